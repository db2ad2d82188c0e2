"""The sentences from below the window as templates; made by ``python packaging/languages.py``."""

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

# fmt: off
TEMPLATES = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("sentences", "Wait for its turn"),
    QT_TRANSLATE_NOOP("sentences", "Find people"),
    QT_TRANSLATE_NOOP("sentences", "Mesh"),
    QT_TRANSLATE_NOOP("sentences", "Smooth"),
    QT_TRANSLATE_NOOP("sentences", "Hands"),
    QT_TRANSLATE_NOOP("sentences", "Draw"),
    QT_TRANSLATE_NOOP("sentences", "Something unexpected went wrong inside the program. A report helps to fix it."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is there already and holds no JSON; name another file."),
    QT_TRANSLATE_NOOP("sentences", "The model names {0} joints, a {1}'s skeleton is drawn from the first {2}; export the model again with them."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Persons {0} and {1} are not both there from frame {2} on; choose others."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0}, which says who is who, cannot be used ({1}); mend or delete it."),
    QT_TRANSLATE_NOOP("sentences", "Names of {0} are for whole bodies; export this one with --names anny."),
    QT_TRANSLATE_NOOP("sentences", "A view or a look is for mp4; {0} holds the meshes or bones themselves."),
    QT_TRANSLATE_NOOP("sentences", "Influences are for {0}; {1} holds no mesh that bones move."),
    QT_TRANSLATE_NOOP("sentences", "Names and rest poses of bones are for {0}; {1} has none to choose."),
    QT_TRANSLATE_NOOP("sentences", "The origin of {0} is always the same; leave it out, or export one of {1}."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} does not end in {1}; name the file as its format asks."),
    QT_TRANSLATE_NOOP("sentences", "{0} has nobody in this part, so there is nothing to export."),
    QT_TRANSLATE_NOOP("sentences", "{0} holds nobody, so there is nothing to export."),
    QT_TRANSLATE_NOOP("sentences", "in this part"),
    QT_TRANSLATE_NOOP("sentences", "{0} holds no person {1}{2}; it has {3}."),
    QT_TRANSLATE_NOOP("sentences", "{0} is the video kept with {1}; name another file."),
    QT_TRANSLATE_NOOP("sentences", "{0} exists already; choose another name."),
    QT_TRANSLATE_NOOP("sentences", "Blender, Unreal, Unity: mesh, skeleton and motion in one file"),
    QT_TRANSLATE_NOOP("sentences", "Streaming, virtual worlds: the body as an avatar, without motion"),
    QT_TRANSLATE_NOOP("sentences", "Maya, Houdini, Unreal: mesh and skeleton as OpenUSD"),
    QT_TRANSLATE_NOOP("sentences", "USD points"),
    QT_TRANSLATE_NOOP("sentences", "Houdini: the surface frame by frame, without bones"),
    QT_TRANSLATE_NOOP("sentences", "Motion retargeters: the bones alone"),
    QT_TRANSLATE_NOOP("sentences", "Python: every number as arrays, poses as in AMASS"),
    QT_TRANSLATE_NOOP("sentences", "Spreadsheets, pandas: joints and angles, a row a person and frame"),
    QT_TRANSLATE_NOOP("sentences", "CSV, long"),
    QT_TRANSLATE_NOOP("sentences", "R, seaborn, pivot tables: likewise, a row a joint"),
    QT_TRANSLATE_NOOP("sentences", "Blender and 3ds Max: the surface frame by frame as a point cache"),
    QT_TRANSLATE_NOOP("sentences", "Anything else: a folder with one mesh a frame"),
    QT_TRANSLATE_NOOP("sentences", "MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded"),
    QT_TRANSLATE_NOOP("sentences", "A viewer or a slide: a video of the mesh"),
    QT_TRANSLATE_NOOP("sentences", "At {0} frames a second nobody is ever there; choose a higher rate."),
    QT_TRANSLATE_NOOP("sentences", "The video of {0} was not kept, or is gone; export the meshes alone."),
    QT_TRANSLATE_NOOP("sentences", "Only whole bodies rest in a {0}-pose; export this one with --rest own."),
    QT_TRANSLATE_NOOP("sentences", "Writing USD needs its library: run {0}."),
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be written; make space, or choose another place."),
    QT_TRANSLATE_NOOP("sentences", "An avatar is made of the open body alone, which is free for all; the licence of '{0}' is another one. Export glb instead."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "A name needs at least one letter or digit, and no full stop before it."),
    QT_TRANSLATE_NOOP("sentences", "A name cannot hold {0}; leave that out."),
    QT_TRANSLATE_NOOP("sentences", "This name is too long; {0} letters are the most."),
    QT_TRANSLATE_NOOP("sentences", "There is a file {0} already; choose another name."),
    QT_TRANSLATE_NOOP("sentences", "There is no recording {0}; give the path of an .h5 file."),
    QT_TRANSLATE_NOOP("sentences", "{0} is damaged beyond repair: reading it ends or stalls the program that does."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "it is cut off or damaged"),
    QT_TRANSLATE_NOOP("sentences", "reading it does not end within {0} s"),
    QT_TRANSLATE_NOOP("sentences", "reading it ends the program that does"),
    QT_TRANSLATE_NOOP("sentences", "The process that looks at recordings does not start; free some memory, or install again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The skeleton has no leg bones known here on the side {0}, so feet cannot be held."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Jitter: from {0} to {1} m/s³"),
    QT_TRANSLATE_NOOP("sentences", "from {0} to {1} mm/s"),
    QT_TRANSLATE_NOOP("sentences", "Standing feet slide: {0} (for {1} s)"),
    QT_TRANSLATE_NOOP("sentences", "Gaps filled: none"),
    QT_TRANSLATE_NOOP("sentences", "Gaps filled: {0} frames ({1} s)"),
    QT_TRANSLATE_NOOP("sentences", "Longer gaps left: {0}"),
    QT_TRANSLATE_NOOP("sentences", "Joints moved: {0} mm on average"),
    QT_TRANSLATE_NOOP("sentences", "Person {0}, {1} frames: {2}."),
    QT_TRANSLATE_NOOP("sentences", "Person {0}"),
    QT_TRANSLATE_NOOP("sentences", "A {0} stands on no floor; leave the origin at the camera."),
    QT_TRANSLATE_NOOP("sentences", "The body '{0}' of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The body '{0}' has no bones here, which this format needs; export to npz, csv, obj, ply or pc2."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is {1} s long; begin before that, not at {2} s."),
    QT_TRANSLATE_NOOP("sentences", "The end at {0} s is before the beginning at {1} s; give a later end."),
    QT_TRANSLATE_NOOP("sentences", "{0} has no frame between {1} and {2} s; give a longer stretch."),
    QT_TRANSLATE_NOOP("sentences", "{0} is damaged; {1}"),
    QT_TRANSLATE_NOOP("sentences", "{0} does not fit: {1}"),
    QT_TRANSLATE_NOOP("sentences", "{0} holds no {1}; it has {2}."),
    QT_TRANSLATE_NOOP("sentences", "{0} is being recorded; it can be read once the recording has been stopped."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is not a recording; give an .h5 file that this program recorded."),
    QT_TRANSLATE_NOOP("sentences", "{0} is damaged ({1}); {2}"),
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be read as a recording ({1}); {2}"),
    QT_TRANSLATE_NOOP("sentences", "try: {0} repair {1}"),
    QT_TRANSLATE_NOOP("sentences", "not processed in time"),
    QT_TRANSLATE_NOOP("sentences", "could not be read"),
    QT_TRANSLATE_NOOP("sentences", "disk too slow"),
    QT_TRANSLATE_NOOP("sentences", "machine too busy to write"),
    QT_TRANSLATE_NOOP("sentences", "nothing had been recorded by then"),
    QT_TRANSLATE_NOOP("sentences", "Takes cannot be called {0}. {1}"),
    QT_TRANSLATE_NOOP("sentences", "{0} holds too many recordings of {1}; choose another folder."),
    QT_TRANSLATE_NOOP("sentences", "The recording failed ({0})"),
    QT_TRANSLATE_NOOP("sentences", "The disk is full"),
    QT_TRANSLATE_NOOP("sentences", "The disk failed ({0})"),
    QT_TRANSLATE_NOOP("sentences", "{0} was deleted while it was being recorded"),
    QT_TRANSLATE_NOOP("sentences", "nothing of it is left"),
    QT_TRANSLATE_NOOP("sentences", "what was recorded until then is kept in {0}"),
    QT_TRANSLATE_NOOP("sentences", "{0} and {1} were damaged"),
    QT_TRANSLATE_NOOP("sentences", "none was lost"),
    QT_TRANSLATE_NOOP("sentences", "partly lost: {0}"),
    QT_TRANSLATE_NOOP("sentences", "{0} with {1} were saved in {2}; {3}."),
    QT_TRANSLATE_NOOP("sentences", "{0} is empty, so there is nothing to save."),
    QT_TRANSLATE_NOOP("sentences", "{0} exists already and is left as it is; name another file with -o."),
    QT_TRANSLATE_NOOP("sentences", "No frame of {0} is sound, so nothing was saved."),
    QT_TRANSLATE_NOOP("sentences", "{0} could not be written ({1}); make space, or name another place with -o."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The recording's triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Nothing can be recorded in {0} ({1}); choose another folder or make space."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is no recording, or its beginning is damaged beyond repair."),
    QT_TRANSLATE_NOOP("sentences", "{0} is an HDF5 file but not a recording of this program."),
    QT_TRANSLATE_NOOP("sentences", "{0} is no recording, or its table of contents is lost."),
    QT_TRANSLATE_NOOP("sentences", "it asks for more memory than a recording needs"),
    QT_TRANSLATE_NOOP("sentences", "its table of contents is lost"),
    QT_TRANSLATE_NOOP("sentences", "{0} exists already; name another file to record into."),
    QT_TRANSLATE_NOOP("sentences", "The video {0} cannot be made ({1})."),
    QT_TRANSLATE_NOOP("sentences", "The video {0} ends early ({1}); the meshes are not affected."),
    QT_TRANSLATE_NOOP("sentences", "its kind is unknown"),
    QT_TRANSLATE_NOOP("sentences", "The picture {0} could not be written ({1}); choose another place or ending."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The video {0} could not be written ({1}); choose another place."),
    QT_TRANSLATE_NOOP("sentences", "The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The video {0} could not be written whole; make space or choose another place."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The recording {0} cannot be made ({1})."),
    QT_TRANSLATE_NOOP("sentences", "The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "has not loaded the model yet"),
    QT_TRANSLATE_NOOP("sentences", "has another {0} of version {1} (sha256 {2}, not {3}); {4}"),
    QT_TRANSLATE_NOOP("sentences", "write its files anew with '{0} models serve-files'"),
    QT_TRANSLATE_NOOP("sentences", "nothing of that name"),
    QT_TRANSLATE_NOOP("sentences", "{0} {1} for {2}, the model {3} of {4}; {5}"),
    QT_TRANSLATE_NOOP("sentences", "answers too late"),
    QT_TRANSLATE_NOOP("sentences", "has no model {0} of version {1}; {2}"),
    QT_TRANSLATE_NOOP("sentences", "lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN"),
    QT_TRANSLATE_NOOP("sentences", "shows a certificate that is not trusted; name the root's file by --server-ca"),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "refuses to compute ({0}); look at its log"),
    QT_TRANSLATE_NOOP("sentences", "does not answer"),
    QT_TRANSLATE_NOOP("sentences", "fails to compute ({0})"),
    QT_TRANSLATE_NOOP("sentences", "answers with {0} that cannot be read"),
    QT_TRANSLATE_NOOP("sentences", "gives no {0}; write its files anew"),
    QT_TRANSLATE_NOOP("sentences", "answers {0} as {1} of {2}, not {3}; write its files anew"),
    QT_TRANSLATE_NOOP("sentences", "Looking for the server"),
    QT_TRANSLATE_NOOP("sentences", "Looking for the server {0}."),
    QT_TRANSLATE_NOOP("sentences", "cannot be asked"),
    QT_TRANSLATE_NOOP("sentences", "Server {0}"),
    QT_TRANSLATE_NOOP("sentences", "The server {0} computes."),
    QT_TRANSLATE_NOOP("sentences", "{0} · pictures leave this machine"),
    QT_TRANSLATE_NOOP("sentences", "The server {0} computes; people's pictures leave this machine."),
    QT_TRANSLATE_NOOP("sentences", "gives other results than this machine; look at its log"),
    QT_TRANSLATE_NOOP("sentences", "takes {0} ms for an answer, and a frame {1} ms"),
    QT_TRANSLATE_NOOP("sentences", "Server {0}; this machine computes"),
    QT_TRANSLATE_NOOP("sentences", "of no use"),
    QT_TRANSLATE_NOOP("sentences", "The server {0} {1}."),
    QT_TRANSLATE_NOOP("sentences", "answers in other shapes than the model's; write its files anew"),
    QT_TRANSLATE_NOOP("sentences", "There is no CUDA on macOS."),
    QT_TRANSLATE_NOOP("sentences", "The installed ONNX Runtime is for the CPU; run {0} ({1})."),
    QT_TRANSLATE_NOOP("sentences", "{0} left the whole model to the CPU."),
    QT_TRANSLATE_NOOP("sentences", "{0} could not load the model ({1})."),
    QT_TRANSLATE_NOOP("sentences", "The detector {0} is missing from assets/; restore it."),
    QT_TRANSLATE_NOOP("sentences", "The detector {0} is damaged; restore it."),
    QT_TRANSLATE_NOOP("sentences", "{0}; leave --device {1} out to use the CPU."),
    QT_TRANSLATE_NOOP("sentences", "{0} failed its self-test on {1} ({2})."),
    QT_TRANSLATE_NOOP("sentences", "{0} gave other results on {1} than the CPU in its self-test; update the graphics driver."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be run, so it is damaged; download or export the model again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} computes no numbers, so its weights are damaged; download or export the model again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} took {1} ms in the self-test, {2} {3} ms."),
    QT_TRANSLATE_NOOP("sentences", "The GPU stopped working; restart the program to try it again."),
    QT_TRANSLATE_NOOP("sentences", "It was asked for."),
    QT_TRANSLATE_NOOP("sentences", "Loading the mesh model"),
    QT_TRANSLATE_NOOP("sentences", "Loading the person detector"),
    QT_TRANSLATE_NOOP("sentences", "Opening the source"),
    QT_TRANSLATE_NOOP("sentences", "Preparing to draw"),
    QT_TRANSLATE_NOOP("sentences", "Loading the hand reader"),
    QT_TRANSLATE_NOOP("sentences", "The camera {0} gives no pictures."),
    QT_TRANSLATE_NOOP("sentences", "Closing the last source"),
    QT_TRANSLATE_NOOP("sentences", "Loading the program's parts"),
    QT_TRANSLATE_NOOP("sentences", "There is nothing to record yet; wait for the picture."),
    QT_TRANSLATE_NOOP("sentences", "No camera was found; plug one in, or choose a video file or 'sample' instead."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "the cameras here are {0}"),
    QT_TRANSLATE_NOOP("sentences", "no camera was found on this machine"),
    QT_TRANSLATE_NOOP("sentences", "There is no camera {0}; {1}. Choose another one, a video file or 'sample'."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The cameras here are {0}."),
    QT_TRANSLATE_NOOP("sentences", "No camera was found on this machine."),
    QT_TRANSLATE_NOOP("sentences", "'{0}' is no file, folder, URL or camera name.{1}"),
    QT_TRANSLATE_NOOP("sentences", "{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or 'sample'."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} a second"),
    QT_TRANSLATE_NOOP("sentences", "{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} holds no picture that can be read; it is damaged or empty."),
    QT_TRANSLATE_NOOP("sentences", "{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is a list of other files; open one of those instead."),
    QT_TRANSLATE_NOOP("sentences", "The address {0} names a file of the machine {1}, not of this one; copy it here first."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is larger than the free space here; make space first."),
    QT_TRANSLATE_NOOP("sentences", "{0} could not be fetched whole; download it and name the file."),
    QT_TRANSLATE_NOOP("sentences", "No picture of the folder {0} can be read; save them as JPEG or PNG."),
    QT_TRANSLATE_NOOP("sentences", "The folder {0} holds videos and no pictures; name one of them, or follow all of them with '{1} batch {2} --out RESULTS'."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The folder {0} holds no pictures; choose one with JPEG or PNG files."),
    QT_TRANSLATE_NOOP("sentences", "{0} is a pipe or device and no file; name a file, or a camera by its number."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "There is no file or folder {0}; check the name."),
    QT_TRANSLATE_NOOP("sentences", "{0} is no folder of images, as --frames-at takes it."),
    QT_TRANSLATE_NOOP("sentences", "{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG."),
    QT_TRANSLATE_NOOP("sentences", "{0} could not be read ({1})."),
    QT_TRANSLATE_NOOP("sentences", "{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} claims to have more than {1} million pixels; make it smaller."),
    QT_TRANSLATE_NOOP("sentences", "The sample clip {0} is missing from assets/; restore it."),
    QT_TRANSLATE_NOOP("sentences", "{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Anybody in this network who has this address sees the picture."),
    QT_TRANSLATE_NOOP("sentences", "Waiting for the first picture.{0}"),
    QT_TRANSLATE_NOOP("sentences", "Nobody watches.{0}"),
    QT_TRANSLATE_NOOP("sentences", "{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Port {0} is in use by another program; give another one, such as {1}."),
    QT_TRANSLATE_NOOP("sentences", "This system does not let programs listen at port {0}; give one from 1024 on."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be listened at ({1}); give another address or port."),
    QT_TRANSLATE_NOOP("sentences", "Sending to avatars (VMC) needs python-osc: run {0}."),
    QT_TRANSLATE_NOOP("sentences", "Looking for {0}."),
    QT_TRANSLATE_NOOP("sentences", "Sending to {0}, {1} a second."),
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be sent to ({1}); check the host's name, or give its number."),
    QT_TRANSLATE_NOOP("sentences", "Sending to {0} ended unexpectedly; clear and enter the address again."),
    QT_TRANSLATE_NOOP("sentences", "The model's body {0} has no skeleton that an avatar could take; choose another model."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "Sending to {0}."),
    QT_TRANSLATE_NOOP("sentences", "Nobody to send to {0}."),
    QT_TRANSLATE_NOOP("sentences", "No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} holds no frames."),
    QT_TRANSLATE_NOOP("sentences", "The icon {0}.svg cannot be drawn; restore it in assets/icons."),
    QT_TRANSLATE_NOOP("sentences", "{0}{1}; choose another file or place."),
    QT_TRANSLATE_NOOP("sentences", "{0} is a folder; give the file itself."),
    QT_TRANSLATE_NOOP("sentences", "{0} is a pipe or device and no file; give the file itself."),
    QT_TRANSLATE_NOOP("sentences", "{0} is a folder; name a file to write, such as one in it."),
    QT_TRANSLATE_NOOP("sentences", "There is no folder {0} to write {1} into; make it first."),
    QT_TRANSLATE_NOOP("sentences", "The program's file {0} is missing; restore it."),
    QT_TRANSLATE_NOOP("sentences", "The program's file {0} is damaged ({1}); restore it."),
    QT_TRANSLATE_NOOP("sentences", "The body template {0} is missing; restore it or import the model again."),
    QT_TRANSLATE_NOOP("sentences", "{0} is not a body template ({1}); import the model again."),
    QT_TRANSLATE_NOOP("sentences", "{0} is not a body template (it lacks {1}); import the model again."),
    QT_TRANSLATE_NOOP("sentences", "Mannequin"),
    QT_TRANSLATE_NOOP("sentences", "Clay"),
    QT_TRANSLATE_NOOP("sentences", "Figurine"),
    QT_TRANSLATE_NOOP("sentences", "Hologram"),
    QT_TRANSLATE_NOOP("sentences", "Wireframe"),
    QT_TRANSLATE_NOOP("sentences", "On macOS OpenGL works in a program's main thread alone, so in the window and live the processor draws a plainer mesh; '{0} run FILE --video OUT.mp4' draws the usual one."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "The program's shader {0} is missing; restore it."),
    QT_TRANSLATE_NOOP("sentences", "OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "A mesh of shape {0} was given to a renderer of ({1}, 3)."),
    QT_TRANSLATE_NOOP("sentences", "The hand reader's file {0} is missing from assets/; restore it."),
    QT_TRANSLATE_NOOP("sentences", "The hand reader's file {0} is damaged; restore it."),
    QT_TRANSLATE_NOOP("sentences", "The detector {0} is missing from {1}/; restore it."),
    QT_TRANSLATE_NOOP("sentences", "{0} is another network than the detector's; restore it."),
    QT_TRANSLATE_NOOP("sentences", "{0} gives {1} of {2}, its record and template say {3}; export it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} lacks the output {1}; export it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} wants the input {1}, of which its record says nothing; export it again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} lacks the input {1}; export it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} takes the input {1} of {2}, its record says {3}; export it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} is not the body that {1} was made for; restore both files or import the model again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} lacks the landmarks that {1} is cropped by; import it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} is not installed; run {1}."),
    QT_TRANSLATE_NOOP("sentences", "{0} could not be loaded ({1})."),
    QT_TRANSLATE_NOOP("sentences", "{0} found no GPU that it can use; update the graphics driver."),
    QT_TRANSLATE_NOOP("sentences", "The bundled model {0} is missing from assets/; restore it."),
    QT_TRANSLATE_NOOP("sentences", "There is no model file {0}; check the name."),
    QT_TRANSLATE_NOOP("sentences", "There is no model called '{0}'; installed: {1}."),
    QT_TRANSLATE_NOOP("sentences", "The model {0} could not be read ({1})."),
    QT_TRANSLATE_NOOP("sentences", "{0} is damaged or no ONNX file; download or export the model again."),
    QT_TRANSLATE_NOOP("sentences", "{0} is an ONNX file of another kind: it has no '{1}' record; make one with python -m models.export, or choose a model that '{2} models' lists."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "{0} cannot be used: {1}; export it again."),
    QT_TRANSLATE_NOOP("sentences", "{0} {1}; use it only after its maker has put it right."),
    QT_TRANSLATE_NOOP("sentences", "does not end within {0} s"),
    QT_TRANSLATE_NOOP("sentences", "ends the program that runs it"),
    QT_TRANSLATE_NOOP("sentences", "The process that tries models does not start; free some memory, or install again."),  # noqa: E501
    QT_TRANSLATE_NOOP("sentences", "takes more than {0} GB of memory"),
))

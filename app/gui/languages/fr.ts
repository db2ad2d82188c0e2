<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MESH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z, away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixamo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rokoko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own rest pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, in the letters of Qt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both feet stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One second on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of no use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

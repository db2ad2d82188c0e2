<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>Un puesto espera visitantes</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>Demasiados intentos; espere %n segundo</numerusform>
            <numerusform>Demasiados intentos; espere %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>Incorrecto; queda %n intento</numerusform>
            <numerusform>Incorrecto; quedan %n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>la primera cámara</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>no hay cámara; se ve la muestra</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>sin imagen</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} fotogramas por segundo</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Malla</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>Visitas guardadas</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>Último borrado</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time} h</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>Segundos hasta que se haga la foto</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>no queda nada</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>aún no se ha podido borrar todo</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>no había nada</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>motivo desconocido</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n fotograma</numerusform>
            <numerusform>%n fotogramas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n malla</numerusform>
            <numerusform>%n mallas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>%n espectador</numerusform>
            <numerusform>%n espectadores</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>Oscuro o claro, como el sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>Texto claro sobre fondo oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>Texto oscuro sobre fondo claro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Texto del tamaño habitual</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>Texto una séptima parte mayor</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>Texto un tercio mayor</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>Sin movimiento</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>Que nada de la ventana se mueva solo</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>El idioma de esta ventana; en otro idioma se abre de nuevo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Se muestra ahora</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>Mostrar lo que ve {camera}. {facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>En uso por {programs}</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>Puede que otro programa la esté usando</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>No da imagen</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>Guardar la imagen como PNG</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Vista siguiente</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>Aún no hay imagen que guardar</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>Aún no hay nada que pausar</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>Congelar la imagen</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Salir de la pantalla completa</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>Vista: {view}. Vista siguiente</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>Vista: {view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Detener la grabación</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>Detener antes la grabación ({stop}) y después verla ({look})</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>Duración y tamaño de la grabación; se omitió %n fotograma</numerusform>
            <numerusform>Duración y tamaño de la grabación; se omitieron %n fotogramas</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>Segundos hasta que empiece la grabación</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live: latencia de cristal a cristal</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state} (Esc termina)</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>Esperando a la cámara</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>Apunte la cámara a esta pantalla: los cuadrados de la izquierda deben verse nítidos (Esc termina)</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>%n imagen con código (Esc termina)</numerusform>
            <numerusform>%n imágenes con código (Esc termina)</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>Leer los dedos de las manos que se ven lo bastante grandes en la imagen, una mano por fotograma; lleva tiempo</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>El cuerpo de este modelo no tiene huesos en los dedos</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>Dedos</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>Unos {ms} ms por fotograma</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>Movimiento de una articulación</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>Cerrar esto</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>Cerrar las curvas</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>{quantity} de la articulación en los últimos segundos</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Grabando {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>El último minuto</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>El último minuto: tiempo desde la captura hasta que se pinta, por etapas, y como línea las imágenes por segundo</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>No se puede usar la carpeta de las grabaciones</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>Elegir dónde se guardan las instantáneas y las grabaciones</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>OpenGL no funciona aquí, así que la malla se dibuja de forma más sencilla</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>Se perdió la cámara; se intenta de nuevo</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>No hay cámara, así que se ve el vídeo de muestra. Conecte una o cierre el programa que la usa</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>El disco está casi lleno: quedan {size} para grabaciones</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>Ninguna mano a la vista</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>Nadie a la vista</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>Intentarlo ahora mismo</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>Cambiar lo que se envía</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>La fuente ha terminado</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>Buscar una cámara de nuevo</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>Funciona con la CPU</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>El motivo</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>Otra carpeta</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose} ({key} cierra esto)</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>No se grabó nada: no llegó ninguna imagen</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>Grabado: {name}, {size} MB</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>Ver lo grabado</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Reproducir</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>la codificación fue demasiado lenta para conservar las imágenes de {missing} de %n fotograma</numerusform>
            <numerusform>la codificación fue demasiado lenta para conservar las imágenes de {missing} de %n fotogramas</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} La malla es la misma, solo que más lenta. «{command}» dice qué ayudaría.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>¿Por qué la CPU?</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>La cámara volverá enseguida.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>Abrir un vídeo o una imagen</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>Usar la muestra</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>Mostrar el vídeo de muestra</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>No hay cámara</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>Usar el modelo incluido</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>Dejar el modelo elegido</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>Copiar lo que ocurrió, para enviarlo a los autores</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>Esto no se puede abrir</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Esto no ha funcionado</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>El informe está en el portapapeles</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>No se sigue a nadie</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>guía</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>oculta</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>se graba</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>Nombre de {person}</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>Un nombre para esta persona, mientras esta ventana esté abierta</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>Guiar: {person}</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>Dejar que guíe quien esté más cerca</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>Dejar que guíe esta persona mientras esté</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>Ocultar: {person}</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>Volver a dibujar a esta persona</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>No dibujar más a esta persona; las grabaciones conservan todo</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>Olvidar: {person}</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>Olvidar el nombre y el número; quien esté ahí será alguien nuevo</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Persona {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>Carpeta de instantáneas y grabaciones</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>Fotogramas por segundo que da la fuente</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>Fotogramas por segundo que se convierten en mallas</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>Imágenes nuevas por segundo en la pantalla</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>Desde que se captura el fotograma hasta que se pinta: la mitad de los fotogramas tarda menos</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % por debajo</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>Un fotograma de cada veinte tarda más que esto desde la captura hasta que se pinta</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>Deslizamiento</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>Con qué rapidez se deslizan los pies mientras están apoyados; nada mientras no haya ninguno apoyado en la imagen</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>Temblor</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>Aceleración de las articulaciones tal como se muestran: su propio movimiento y lo que tiemblan</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>De la red</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>Aceleración de las articulaciones tal como las da la red, antes de estabilizarlas</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>Fotogramas por segundo, tiempo de la cámara a la pantalla y qué hace el trabajo. Detalles</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>Aún no se muestra nada</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>{rate} fotogramas por segundo, {latency} milisegundos de la cámara a la pantalla</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>Detalles de velocidad y latencia</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>De captura a pintado, media</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>Fotogramas de la cámara omitidos porque ya había otro más nuevo: así nada se acumula</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n fotograma sustituido por otro más nuevo</numerusform>
            <numerusform>%n fotogramas sustituidos por otros más nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>Cómo se reparte el tiempo desde la captura hasta que se pinta</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>Aún no hay nada que grabar</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>No se pudo guardar la instantánea: {why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>No se pudo escribir el informe</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>El informe es {name}; léalo antes de enviarlo</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>Avatar (VMC)</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1, luego Intro</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>La dirección de un programa que muestra un avatar, como VSeeFace o Warudo: HOST o HOST:PUERTO. Recibe los huesos de quien está más cerca y más en el centro, y ninguna imagen. Vacío no envía nada</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>Página para navegadores y OBS</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080, luego Intro</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>El puerto de una página que muestra la imagen, y en /mesh solo las personas, a los programas de este equipo; 0.0.0.0:8080 la muestra también a esta red. Vacío no muestra nada</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>Cerrar los ajustes</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>El máximo que se sigue a la vez</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>Elegir «Hasta» para seguir a varias</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>Cuánto de la imagen tapa la malla</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>Solo se puede ver a través de una malla dibujada sobre la imagen</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Las grabaciones ({record}) contienen mallas, articulaciones, cámaras y tiempos, y un vídeo de lo que ve la cámara, guardados solo en este equipo. Las instantáneas ({snapshot}) contienen la imagen tal como se muestra.</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Las grabaciones ({record}) contienen mallas, articulaciones, cámaras y tiempos, pero ninguna imagen. Las instantáneas ({snapshot}) contienen la imagen tal como se muestra.</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>Modelo incluido</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>La red que hace la malla</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>Solo está instalado el modelo incluido; añada otros con «main.py models import»</translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation>MANOS</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>PERSONAS</translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation>Un color por mano</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>Un color por persona</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>FUENTE</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Una</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>Seguir a una, la más cercana</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>Seguir a varias a la vez; cada una lleva tiempo</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>Máximo a la vez</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Estimada</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Estatura</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>La estatura de la persona, sin zapatos; así los tamaños y las distancias son correctos y no estimados. Si hay varias personas, es la de quien está más cerca y más en el centro</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>MALLA</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>Dibujar la superficie del cuerpo</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Esqueleto</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>Dibujar articulaciones y huesos</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>Dibujar la superficie y las articulaciones</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Encima</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Sobre la imagen</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Sola</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>Solo la malla</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Al lado</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>Imagen y malla una al lado de la otra</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Órbita</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>En órbita: arrastrar para girar, rueda para acercarse</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>Qué aspecto tiene la malla</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>Distinguir por el color a quienes se sigue</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>SUAVIZADO</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retardo</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>Estable tiembla menos y sigue más tarde; rápido sigue enseguida</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Estable</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>Mostrar u ocultar los valores propios del filtro</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SALIDA</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>Elegir la carpeta de instantáneas y grabaciones</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Abrir la carpeta en el gestor de archivos</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>Conservar el vídeo</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>Desde la próxima grabación, guardar lo que ve la cámara como archivo de vídeo junto a las mallas</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>ENVIAR</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>VENTANA</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>Mostrar qué hace cada tecla</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Avisar de un fallo</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>Escribir las versiones, los ajustes sin direcciones ni nombres y el final del registro en un solo archivo</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>Sin filtro: cada fotograma se muestra tal como es.</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>Filtro de tendencia, constantes de tiempo: cuerpo {body} ms, en profundidad {depth} ms; posición {place} ms, distancia {distance} ms. Un movimiento uniforme no tiene retardo; el retardo de arriba es el de una mano que saluda a {rate} fotogramas por segundo.</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Elegir una fuente</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>CÁMARAS</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>RECIENTES</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Olvidar estas</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>No recordar ya ninguno de estos archivos y transmisiones</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>Vídeo de muestra</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>Mostrar el vídeo de muestra, que no necesita cámara</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>Dirección rtsp:// o http://, luego Intro</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>La dirección de una cámara de red o de una transmisión; Intro la abre</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>Dirección de la transmisión</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>No se encontró ninguna cámara. Conecte una; aparecerá aquí enseguida.</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>Abrir {name} de nuevo</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV (sin comprimir)</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY (sin comprimir)</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12 (sin comprimir)</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>De dónde viene la imagen. Abrir un archivo</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>Ver lo que ve cada cámara y lo que se abrió antes</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>Ver las fuentes</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>Tamaño de imagen</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>Frecuencia de imagen</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>Formato de píxel</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>Según su controlador</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>Mostrar la imagen como en un espejo; las grabaciones no se reflejan</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Campo de visión</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>Cuánto abarca la cámara de lado a lado; sitúa a las personas a la distancia correcta</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>La cámara da {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>Muestra (sin cámara)</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Primera cámara</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>Transmisión…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>Píxeles que se piden a la cámara; debajo está lo que da</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>Fotogramas por segundo que se piden a la cámara; debajo está lo que da</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>Cómo se pide a la cámara que envíe los píxeles; debajo está lo que da</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>Solo a una cámara se le puede pedir otro tamaño, otra frecuencia u otro formato</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Transmisión</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>Toma: por fecha y hora</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>Cómo se llaman las grabaciones desde ahora, cada una con su número, por ejemplo «andar 01». Vacío las nombra por fecha y hora</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>Nombre de las tomas</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sin espera</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Cuenta atrás</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>Cuánto dura la cuenta atrás antes de empezar a grabar</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Qué ve</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>Cada persona ante la cámara, o en un vídeo que usted abra, recibe un cuerpo en tres dimensiones, dibujado sobre la imagen mientras se mueve. De todo se encarga este equipo.</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>Qué guarda</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>Nada, hasta que usted lo pida. {key} guarda la imagen. Una grabación contiene cuerpos y ninguna imagen, salvo que usted indique lo contrario en los ajustes. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>Cómo grabar</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>El botón rojo o {record} empieza y termina una grabación. {recordings} muestra lo que ha grabado, para verlo, refinarlo y exportarlo. {keys} muestra todas las teclas.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>La tarjeta siguiente</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number} de {cards}: {heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>En la ventana en directo, pulse {key} para grabar a las personas que ve, y {key} otra vez para parar. Las grabaciones se guardan en la carpeta «{folder}».</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver al directo</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>Abrir una grabación que está en otro lugar</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>Algunos fotogramas de esta grabación están dañados</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>Copiar lo intacto en una grabación nueva</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>Se está grabando</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>Esta grabación se podrá reproducir cuando se haya detenido.</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>Esto no se puede reproducir</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>Esta grabación está dañada</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>Se cortó o cambió en el disco. Reparar copia lo intacto en una grabación nueva y deja esta como está.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>Borrar esta grabación</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>La grabación misma queda como está; {key} la muestra, y {key} otra vez, el movimiento refinado.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>Escribir en el formato de otro programa</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>Refinada</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>«{name}» y su vídeo se moverán a la papelera.</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>«{name}» se moverá a la papelera.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>¿Borrar esta grabación?</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>Moverla a la papelera</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Dejarla donde está</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>Aquí no hay papelera</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>«{name}» no se puede mover a una papelera. Si se borra del todo, no se podrá recuperar.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Borrar del todo</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>Es definitivo</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x, derecha</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y, abajo</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z, al fondo</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>Leyendo las articulaciones…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>No hay nadie en esta grabación</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>Esta articulación no tiene ángulo; lo tienen codos, rodillas, caderas y hombros</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>Curvas de una articulación</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>Persona de las curvas</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>De quién es la articulación</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Articulación</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>Qué articulación se muestra</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Magnitud</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>Dónde está la articulación, vista desde la cámara, o con qué rapidez se mueve</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Guardar valores</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>Escribir estas curvas, del punto de entrada al de salida, como tabla (CSV)</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabada</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>«Refinar» ({key}) añade la curva refinada</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>ausente</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>Nombres originales</translation>
    </message>
    <message>
        <source>Mixamo</source>
        <translation>Mixamo</translation>
    </message>
    <message>
        <source>Unreal</source>
        <translation>Unreal</translation>
    </message>
    <message>
        <source>Rokoko</source>
        <translation>Rokoko</translation>
    </message>
    <message>
        <source>Own rest pose</source>
        <translation>Reposo propio</translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation>Pose en T</translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation>Pose en A</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>Exportar {name}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>Necesita {package}: {command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>A quién exportar</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>Qué exportar: lo que marcan los puntos de entrada y salida del reproductor, o todo</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>De {start} a {end}</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>Toda la grabación</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>Como se grabó, {rate} por segundo</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} por segundo</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>Desde dónde muestra un vídeo a las personas</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>Como las vio la cámara</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>Sobre el vídeo conservado</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>En órbita, como está ahora</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>Dónde está el origen y hacia dónde es adelante</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>En el suelo bajo el primer paso, mirando al frente</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>La cámara</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>Nombres de los huesos</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>Según qué programa se llaman los huesos</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>Pose de reposo</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>La pose en la que reposan huesos y piel; el movimiento no cambia</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>Refinar el movimiento</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>Suavizar sin retardo, rellenar huecos cortos, mantener quietos los pies apoyados; la grabación no cambia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>Huesos</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Ver en la carpeta</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Mostrar lo escrito en el gestor de archivos</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>Elegir un lugar y escribirlo</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>Este formato conserva los instantes grabados</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>El origen de este formato es siempre el mismo</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>Este formato no tiene huesos que nombrar</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>Desde dónde muestra el vídeo a las personas</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>Este formato contiene las mallas o los huesos mismos, para verlos desde cualquier lado</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se escribió nada.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>Escrito: {names} y %n más.</numerusform>
            <numerusform>Escrito: {names} y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>Escrito: {names}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Detener; no se escribe nada</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>Suavizar el movimiento, rellenar huecos cortos y mantener quietos los pies apoyados; la grabación no cambia</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>Corregir quién es quién: intercambiar personas, unirlas o dividirlas; la grabación no cambia</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>Dónde estuvo una articulación a lo largo del tiempo, según lo grabado y lo refinado</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Quién es quién</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Modelo {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>No hay ninguna grabación abierta</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>Esta grabación no se puede leer</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>Mostrar el movimiento grabado</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>Mostrar el movimiento refinado</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>Ya se está haciendo algo</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>Nombre de la grabación</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Intro acepta el nombre, Esc deja el anterior</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>Borrar ({delete}); {undo} la recupera</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>%n perdido</numerusform>
            <numerusform>%n perdidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>Refinando el movimiento</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparando</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>%n fotograma perdido: {cause}</numerusform>
            <numerusform>%n fotogramas perdidos: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>No se pudieron guardar los valores: {why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>Personas de {name}</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>De quién se trata</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>Y de quién más</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Intercambiar</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>Desde {moment}, cada una de las dos es la otra</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>Son la misma</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>Todo lo de la otra es de esta persona; nunca deben estar las dos a la vez</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Es alguien nuevo</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>Desde {moment}, esta es otra persona, con su propio número</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>Anular lo último que se corrigió</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>Intercambiar y dividir valen desde {moment}, lo que se muestra. La grabación queda como está: lo corregido se escribe junto a ella.</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>Elija dos personas.</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>Personas {one} y {other} intercambiadas desde aquí</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>La persona {other} es ahora la persona {one}</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>La persona {one} es la persona {other} desde aquí</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>Último paso deshecho</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>No se pudo escribir junto a la grabación: {why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Abrir un archivo</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>Abrir la carpeta de las grabaciones en el gestor de archivos</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>No se pudo renombrar: {why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarla</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>{name} se movió a la papelera</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>No se pudo recuperar: {why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>Se recuperó {name}</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>No se pudo borrar: {why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>Se borró {name}</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>Elegir con {previous} y {next}, reproducir con Intro</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, in the letters of Qt</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>both feet stand</source>
        <translation>ambos pies apoyados</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>pie izquierdo apoyado</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>pie derecho apoyado</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>ningún pie apoyado</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>Colinas: velocidad media de las articulaciones, hasta {fastest} m/s
Barra: dónde está la persona; un hueco donde no, blanco donde se rellenó
Dos líneas debajo: dónde se apoya el pie izquierdo, y el derecho
Marcas arriba: dónde se perdieron fotogramas</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>rellenado</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>Arrastrar para recorrerla; {back} y {on} van fotograma a fotograma, {beginning} y {end} a los extremos</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Aquí no hay nadie</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>No se exporta</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>Sobre el vídeo</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>Como lo vio la cámara</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>Vídeo y malla uno al lado de la otra</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>No se conservó ningún vídeo con esta grabación; active «Conservar el vídeo» antes de grabar</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>Las exportaciones empiezan aquí; pulsar otra vez para quitarlo</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>Punto de entrada</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>Las exportaciones terminan aquí; pulsar otra vez para quitarlo</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>Punto de salida</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>Reproducir una y otra vez</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>Dónde está y cuánto dura</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>A qué velocidad se reproduce ({slower} y {faster})</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Detener esto</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Pausar o continuar</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>Grabar o detener la grabación</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Reflejar la imagen</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>Detalles de los tiempos</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>Abrir o cerrar los ajustes</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Ir a los ajustes</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>Ver cámaras y otras fuentes</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>Mostrar las grabaciones</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>Órbita: girar a la izquierda</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>Órbita: girar a la derecha</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>Órbita: girar hacia arriba</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>Órbita: girar hacia abajo</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Un segundo atrás</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Un segundo adelante</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Ir al principio</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Ir al final</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>Punto de entrada: las exportaciones empiezan aquí</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>Punto de salida: las exportaciones terminan aquí</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Reproducir más despacio</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Reproducir más deprisa</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>La grabación de arriba</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>La grabación de abajo</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>Curvas de una articulación, grabadas y refinadas</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>Corregir quién es quién</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Recuperar lo último que se borró</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>Órbita: más cerca</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>Órbita: más lejos</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>Cerrar lo que esté abierto, o salir</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Mostrar estas teclas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>a key</comment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a key</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a key</comment>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>a key</comment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>a key</comment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <comment>keys</comment>
        <translation>{one} o {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text} ({keys})</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Detalles del error</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>Qué diría un informe</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>Mostrar u ocultar qué ocurrió exactamente</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>Arrastrar para recorrerlas; los puntos de entrada y salida eligen lo que se muestra</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>Tobillo derecho</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>Rodilla derecha</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>Cadera derecha</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>Muñeca derecha</translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation>Codo derecho</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>Hombro derecho</translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation>Tobillo izquierdo</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>Rodilla izquierda</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>Cadera izquierda</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>Muñeca izquierda</translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation>Codo izquierdo</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>Hombro izquierdo</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>Muñeca</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>Pulgar</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>Meñique</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>EN DIRECTO</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>GRABACIONES</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>EN TODAS PARTES</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Las teclas y lo que hacen</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Imagen en directo</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>Malla sola</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>En órbita</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text} ({key} para la vista siguiente)</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>Detenga antes la grabación</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>Abrir de nuevo la cámara</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>Borrar la grabación de la última visita</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Terminar el programa</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>Esperar su turno</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Buscar personas</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Malla</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suavizar</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Manos</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>Algo inesperado falló dentro del programa. Un informe ayuda a arreglarlo.</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} ya existe y no contiene JSON; indique otro archivo.</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>El modelo nombra {0} articulaciones, y un esqueleto de tipo {1} se dibuja con las primeras {2}; exporte de nuevo el modelo con ellas.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>Las personas {0} y {1} están ambas en {2} fotogramas, así que no son la misma; divídalas antes donde cambian.</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>Desde el fotograma {0}, la persona {1} no puede ser la {2}: la {3} debe estar presente y la {4}, en ninguna parte.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>Las personas {0} y {1} no están ambas desde el fotograma {2}; elija otras.</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>{0}, que dice quién es quién, no se puede usar ({1}); corríjalo o bórrelo.</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>Los nombres de {0} son para cuerpos enteros; exporte esta grabación con --names anny.</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>Una vista o un aspecto es para mp4; {0} contiene las mallas o los huesos mismos.</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>Las influencias son para {0}; {1} no contiene ninguna malla que muevan los huesos.</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>Los nombres y las poses de reposo de los huesos son para {0}; {1} no tiene ninguno que elegir.</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>El origen de {0} es siempre el mismo; omítalo, o exporte uno de estos: {1}.</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} no termina en {1}; nombre el archivo como pide su formato.</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>En {0} no hay nadie en esta parte, así que no hay nada que exportar.</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>En {0} no hay nadie, así que no hay nada que exportar.</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>en esta parte</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0} no contiene a la persona {1}{2}; hay {3}.</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} es el vídeo conservado con {1}; indique otro archivo.</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} ya existe; elija otro nombre.</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender, Unreal, Unity: malla, esqueleto y movimiento en un archivo</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>Transmisiones, mundos virtuales: el cuerpo como avatar, sin movimiento</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya, Houdini, Unreal: malla y esqueleto como OpenUSD</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>Puntos USD</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini: la superficie por fotogramas, sin huesos</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>Adaptar el movimiento: solo los huesos</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python: cada número en matrices, poses como en AMASS</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>Hojas de cálculo, pandas: articulaciones y ángulos, por persona y fotograma</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV, largo</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R, seaborn, tablas dinámicas: igual, una fila por articulación</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender y 3ds Max: la superficie por fotogramas, como caché de puntos</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>Todo lo demás: una carpeta con una malla por fotograma</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab, CloudCompare, Open3D: igual, más pequeño y sin redondear</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>Un visor o una diapositiva: un vídeo de la malla</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>A {0} fotogramas por segundo nunca hay nadie; elija una frecuencia mayor.</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>El vídeo de {0} no se conservó o ya no está; exporte solo las mallas.</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>Solo los cuerpos enteros reposan en una pose en {0}; exporte esta grabación con --rest own.</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>Para escribir USD hace falta su biblioteca: ejecute {0}.</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>{0} no se puede escribir; libere espacio o elija otro lugar.</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>Un avatar solo se hace con el cuerpo abierto, que es libre para todos; la licencia de «{0}» es otra. Exporte glb en su lugar.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>Un nombre necesita al menos una letra o cifra, y ningún punto delante.</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>Un nombre no puede contener {0}; omítalo.</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>Este nombre es demasiado largo; el máximo son {0} letras.</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>Ya hay un archivo {0}; elija otro nombre.</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>No hay ninguna grabación {0}; indique la ruta de un archivo .h5.</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} está tan dañado que no se puede reparar: leerlo cierra o bloquea el programa que lo hace.</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>está cortado o dañado</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>leerlo no termina en {0} s</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>leerlo cierra el programa que lo hace</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>El proceso que examina las grabaciones no se inicia; libere algo de memoria o instale de nuevo.</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>El esqueleto no tiene huesos de pierna conocidos aquí en el lado {0}, así que no se pueden mantener quietos los pies.</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>Temblor: de {0} a {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>de {0} a {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>Los pies apoyados se deslizan: {0} (durante {1} s)</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>Huecos rellenados: ninguno</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>Huecos rellenados: {0} fotogramas ({1} s)</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>Huecos más largos que quedan: {0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>Articulaciones movidas: {0} mm de media</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>Persona {0}, {1} fotogramas: {2}.</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Persona {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>Un modelo de tipo {0} no se apoya en ningún suelo; deje el origen en la cámara.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>El cuerpo «{0}» de esta grabación no está instalado; importe de nuevo el modelo {1}, o exporte a npz, csv, obj, ply o pc2, que no lo necesitan.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>El cuerpo «{0}» no tiene aquí huesos, que este formato necesita; exporte a npz, csv, obj, ply o pc2.</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0} dura {1} s; empiece antes, no en {2} s.</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>El final en {0} s está antes del principio en {1} s; indique un final posterior.</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0} no tiene ningún fotograma entre {1} y {2} s; indique un tramo más largo.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} está dañado; {1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} no encaja: {1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0} no contiene {1}; contiene {2}.</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} se está grabando; se podrá leer cuando se haya detenido la grabación.</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} no es una grabación; indique un archivo .h5 grabado por este programa.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} está dañado ({1}); {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} no se puede leer como grabación ({1}); {2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>pruebe: {0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>no procesado a tiempo</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>no se pudo leer</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>disco demasiado lento</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>equipo demasiado ocupado para escribir</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>Las tomas no se pueden llamar {0}. {1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0} contiene demasiadas grabaciones de {1}; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>La grabación falló ({0})</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>El disco falló ({0})</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>hasta entonces no se había grabado nada</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} se borró mientras se grababa</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>no queda nada de lo grabado</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>lo grabado hasta entonces se conserva en {0}</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0} y {1} estaban dañados</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>no se perdió ninguno</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>perdido en parte: {0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>Guardado en {2}: {0} con {1}; {3}.</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} está vacío, así que no hay nada que guardar.</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} ya existe y queda como está; indique otro archivo con -o.</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>Ningún fotograma de {0} está intacto, así que no se guardó nada.</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>{0} no se pudo escribir ({1}); libere espacio o indique otro lugar con -o.</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>Los triángulos de la grabación se han perdido, así que sus mallas no se pueden guardar; importe de nuevo su modelo y repita la reparación.</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>No se puede grabar nada en {0} ({1}); elija otra carpeta o libere espacio.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} no es una grabación, o su comienzo está tan dañado que no se puede reparar.</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} es un archivo HDF5, pero no una grabación de este programa.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} no es una grabación, o se ha perdido su índice.</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>pide más memoria de la que necesita una grabación</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>se ha perdido su índice</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} ya existe; indique otro archivo en el que grabar.</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>No se puede crear el vídeo {0} ({1}).</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>El vídeo {0} termina antes de tiempo ({1}); las mallas no se ven afectadas.</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>su tipo es desconocido</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>La imagen {0} no se pudo escribir ({1}); elija otro lugar u otra terminación.</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>El vídeo {0} no se pudo escribir ({1}); elija otro lugar.</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>El vídeo {0} no se pudo escribir: OpenCV no tiene aquí codificador MPEG-4; instale de nuevo opencv-python y av desde PyPI.</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>El vídeo {0} no se pudo escribir entero; libere espacio o elija otro lugar.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>No se puede crear la grabación {0} ({1}).</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>La malla tiene {0} números, la grabación se hizo para {1}; empiece una grabación nueva después de cambiar el modelo.</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>aún no ha cargado el modelo</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>tiene otro {0} de la versión {1} (sha256 {2}, no {3}); {4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>vuelva a escribir sus archivos con «{0} models serve-files»</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>nada con ese nombre</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>no encaja ({0}: {1} para {2}; el modelo: {3} de {4}); {5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>responde demasiado tarde</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>no tiene ningún modelo {0} de la versión {1}; {2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>no deja entrar a nadie sin el token correcto; defina FASTMETRO_SERVER_TOKEN</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>muestra un certificado que no es de confianza; indique el archivo del certificado raíz con --server-ca</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>se niega a calcular ({0}); mire su registro</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>no logra calcular ({0})</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>responde con {0}, que no se puede leer</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>no da {0}; vuelva a escribir sus archivos</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>responde {0} como {1} de {2}, no {3}; vuelva a escribir sus archivos</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Buscando el servidor</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>Buscando el servidor {0}.</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>no se puede consultar</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>Servidor {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>El servidor {0} calcula.</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · las imágenes salen de este equipo</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>El servidor {0} calcula; las imágenes de las personas salen de este equipo.</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>da resultados distintos de los de este equipo; mire su registro</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>tarda {0} ms en responder, y un fotograma dura {1} ms</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>Servidor {0}; calcula este equipo</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>inservible</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>El servidor {0} {1}.</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>responde con formas distintas de las del modelo; vuelva a escribir sus archivos</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>En macOS no hay CUDA.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>El ONNX Runtime instalado es para la CPU; ejecute {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0} dejó todo el modelo a la CPU.</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0} no pudo cargar el modelo ({1}).</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>El detector {0} falta en assets/; restáurelo.</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>El detector {0} está dañado; restáurelo.</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}; omita --device {1} para usar la CPU.</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{0} no superó la autoprueba en {1} ({2}).</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{0} dio en la autoprueba, en {1}, resultados distintos de los de la CPU; actualice el controlador gráfico.</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} no se puede ejecutar, así que está dañado; descargue o exporte de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} no calcula ningún número, así que sus pesos están dañados; descargue o exporte de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>{0} tardó {1} ms en la autoprueba; {2}, {3} ms.</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>La GPU dejó de funcionar; reinicie el programa para intentarlo de nuevo con ella.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>Así se pidió.</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>Cargando el modelo de la malla</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>Cargando el detector de personas</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>Cargando el lector de manos</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Abriendo la fuente</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>Preparando el dibujo</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>La cámara {0} no da imágenes.</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>Cerrando la fuente anterior</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>Cargando las partes del programa</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>Aún no hay nada que grabar; espere a la imagen.</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>No se encontró ninguna cámara; conecte una, o elija un archivo de vídeo o «sample».</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>las cámaras de este equipo son {0}</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>no se encontró ninguna cámara en este equipo</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>No hay ninguna cámara {0}; {1}. Elija otra, un archivo de vídeo o «sample».</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>Las cámaras de este equipo son {0}.</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>No se encontró ninguna cámara en este equipo.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>«{0}» no es un archivo, una carpeta, una URL ni el nombre de una cámara.{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>{0} (cámara {1}) no se pudo abrir; cierre otros programas que la usen, o elija otra cámara, un archivo de vídeo o «sample».</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} por segundo</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} no se pudo leer como vídeo; está dañado o es de otro tipo. Conviértalo, por ejemplo a MP4.</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} no contiene ninguna imagen que se pueda leer; está dañado o vacío.</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} tiene imágenes cuyos colores no se pueden mostrar; conviértalo, por ejemplo a MP4 con H.264.</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} es una lista de otros archivos; abra uno de ellos.</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>La dirección {0} indica un archivo del equipo {1}, no de este; cópielo antes aquí.</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} es mayor que el espacio libre de aquí; libere espacio antes.</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} no se pudo obtener entero; descárguelo e indique el archivo.</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>No se puede leer ninguna imagen de la carpeta {0}; guárdelas como JPEG o PNG.</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>La carpeta {0} contiene vídeos y ninguna imagen; indique uno de ellos, o sígalos todos con «{1} batch {2} --out RESULTS».</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>La carpeta {0} no contiene imágenes; elija una con archivos JPEG o PNG.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0} es una tubería o un dispositivo, no un archivo; indique un archivo, o una cámara por su número.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>No hay ningún archivo ni carpeta {0}; compruebe el nombre.</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0} no es una carpeta de imágenes como la que pide --frames-at.</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} es una foto HEIC, que aquí no se puede leer; guárdela como JPEG o PNG.</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>{0} no se pudo leer ({1}).</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} no es una imagen que se pueda leer; elija un archivo JPEG, PNG, WebP, AVIF o TIFF.</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} dice tener más de {1} millones de píxeles; redúzcala.</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>El vídeo de muestra {0} falta en assets/; restáurelo.</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0} no es una dirección como 127.0.0.1 o 127.0.0.1:{1}; indique un host y un puerto del 1 al {2}.</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0} no es un puerto como 8080, ni una dirección de este equipo con uno, como 0.0.0.0:8080; indique un puerto hasta el {1}.</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>Cualquiera en esta red que tenga esta dirección ve la imagen.</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>Esperando la primera imagen.{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>Nadie está mirando.{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0} no es una dirección de este equipo; indique 0.0.0.0 para todas, o solo el puerto.</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>El puerto {0} lo usa otro programa; indique otro, por ejemplo {1}.</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>Este sistema no deja que los programas escuchen en el puerto {0}; indique uno a partir del 1024.</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>No se puede escuchar en {0} ({1}); indique otra dirección u otro puerto.</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>Para enviar a avatares (VMC) hace falta python-osc: ejecute {0}.</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>Buscando {0}.</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>Enviando a {0}, {1} por segundo.</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>No se puede enviar a {0} ({1}); compruebe el nombre del host, o indique su número.</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>El envío a {0} terminó de forma inesperada; borre la dirección y escríbala de nuevo.</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>El cuerpo del modelo, {0}, no tiene un esqueleto que un avatar pueda usar; elija otro modelo.</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>Enviando a {0}.</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>No hay nadie que enviar a {0}.</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>No se vio ningún código de tiempo en {0} imágenes; apunte la cámara a esta pantalla de modo que su mitad izquierda se vea grande y nítida en la imagen, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0} no contiene fotogramas.</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>El icono {0}.svg no se puede dibujar; restáurelo en assets/icons.</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}; elija otro archivo u otro lugar.</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0} es una carpeta; indique el archivo mismo.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0} es una tubería o un dispositivo, no un archivo; indique el archivo mismo.</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0} es una carpeta; indique un archivo para escribir, por ejemplo uno dentro de ella.</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>No hay ninguna carpeta {0} en la que escribir {1}; créela antes.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>Falta el archivo {0} del programa; restáurelo.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>El archivo {0} del programa está dañado ({1}); restáurelo.</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>Falta la plantilla de cuerpo {0}; restáurela o importe de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} no es una plantilla de cuerpo ({1}); importe de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} no es una plantilla de cuerpo (le falta {1}); importe de nuevo el modelo.</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>Maniquí</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>Arcilla</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>Figurilla</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>Holograma</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>Alambre</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>En macOS, OpenGL solo funciona en el hilo principal de un programa, así que en la ventana y en directo el procesador dibuja una malla más sencilla; «{0} run FILE --video OUT.mp4» dibuja la habitual.</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>Falta el sombreador {0} del programa; restáurelo.</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>OpenGL no se pudo iniciar ({0}), así que el procesador dibuja una malla más sencilla; en Linux instale libegl1, libgl1, libgl1-mesa-dri y libxrender1; en otros sistemas, actualice el controlador gráfico.</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>Una imagen de {0}x{1} píxeles es mayor de lo que OpenGL dibuja en este equipo ({2}); redúzcala.</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>Se entregó una malla de forma {0} a un renderizador de ({1}, 3).</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>El archivo {0} del lector de manos falta en assets/; restáurelo.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>El archivo {0} del lector de manos está dañado; restáurelo.</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>El detector {0} falta en {1}/; restáurelo.</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} es una red distinta de la del detector; restáurela.</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} da {1} de {2}, su ficha y su plantilla dicen {3}; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>A {0} le falta la salida {1}; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} pide la entrada {1}, de la que su ficha no dice nada; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>A {0} le falta la entrada {1}; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} recibe la entrada {1} de {2}, su ficha dice {3}; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} no es el cuerpo para el que se hizo {1}; restaure ambos archivos o importe de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>A {0} le faltan los puntos de referencia para el recorte de {1}; impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0} no está instalado; ejecute {1}.</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>{0} no se pudo cargar ({1}).</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0} no encontró ninguna GPU que pueda usar; actualice el controlador gráfico.</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>El modelo incluido {0} falta en assets/; restáurelo.</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>No hay ningún archivo de modelo {0}; compruebe el nombre.</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>No hay ningún modelo llamado «{0}»; instalados: {1}.</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>El modelo {0} no se pudo leer ({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} está dañado o no es un archivo ONNX; descargue o exporte de nuevo el modelo.</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} es un archivo ONNX de otro tipo: no tiene la ficha «{1}»; créela con python -m models.export, o elija un modelo de los que muestra «{2} models».</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} no se puede usar: {1}; expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0} {1}; úselo solo cuando su autor lo haya corregido.</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>no termina en {0} s</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>cierra el programa que lo ejecuta</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>El proceso que prueba los modelos no se inicia; libere algo de memoria o instale de nuevo.</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>ocupa más de {0} GB de memoria</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>no existe el archivo o la carpeta</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>operación no permitida</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>el archivo ya existe</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>no queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>sistema de archivos de solo lectura</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>error de entrada o salida</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nombre de archivo demasiado largo</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>Ein Messestand wartet auf Gäste</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>Zu viele Versuche; warten Sie eine Sekunde</numerusform>
            <numerusform>Zu viele Versuche; warten Sie %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>Falsch; noch ein Versuch</numerusform>
            <numerusform>Falsch; noch %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>die erste Kamera</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>keine Kamera; der Beispielclip läuft</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>Behaltene Besuche</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>Letzte Löschung</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time} Stunden</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>Sekunden bis zum Foto</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>nichts ist übrig</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>noch ließ sich nicht alles löschen</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>es gab nichts</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n Netz</numerusform>
            <numerusform>%n Netze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>%n Zuschauer</numerusform>
            <numerusform>%n Zuschauer</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>Dunkel oder hell, wie das System es ist</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>Dunkle Schrift auf hellem Grund</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Schrift in der üblichen Größe</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>Schrift um ein Siebtel größer</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>Schrift um ein Drittel größer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>Ohne Animationen</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>Nichts im Fenster bewegt sich von selbst</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>Was dieses Fenster spricht; in einer anderen Sprache öffnet es sich neu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Gerade zu sehen</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>Zeigen, was {camera} sieht. {facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>In Gebrauch durch {programs}</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>Vielleicht nutzt sie ein anderes Programm</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>Liefert kein Bild</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>Das Bild als PNG sichern</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>Es gibt noch kein Bild zum Sichern</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>Es gibt noch nichts anzuhalten</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>Das Bild anhalten</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>Ansicht: {view}. Nächste Ansicht</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>Ansicht: {view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>Zuerst die Aufnahme beenden ({stop}), dann ansehen ({look})</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>Länge und Größe der Aufnahme; %n Bild wurde ausgelassen</numerusform>
            <numerusform>Länge und Größe der Aufnahme; %n Bilder wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>Sekunden bis zum Beginn der Aufnahme</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live: Latenz von der Linse bis zum Bildschirm</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state} (Esc beendet)</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>Warten auf die Kamera</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>Richten Sie die Kamera auf diesen Bildschirm: Die Quadrate links müssen scharf sein (Esc beendet)</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>%n Bild mit Code (Esc beendet)</numerusform>
            <numerusform>%n Bilder mit Code (Esc beendet)</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>Die Finger von Händen lesen, die groß genug im Bild sind, eine Hand pro Bild; das kostet Zeit</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>Der Körper dieses Modells hat keine Fingerknochen</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>Etwa {ms} ms pro Bild</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>Bewegung eines Gelenks</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>Die Kurven schließen</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>{quantity} des Gelenks in den letzten Sekunden</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Aufnahme {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>Die letzte Minute</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>Die letzte Minute: Zeit vom Kamerabild bis zur Anzeige nach Abschnitten, und als Linie die Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>Der Ordner für Aufnahmen lässt sich nicht nutzen</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>Wählen, wohin Schnappschüsse und Aufnahmen kommen</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>OpenGL funktioniert hier nicht, deshalb wird das Netz einfacher gezeichnet</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>Kamera getrennt; neuer Versuch läuft</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>Keine Kamera, deshalb läuft der Beispielclip. Schließen Sie eine an oder beenden Sie das Programm, das sie nutzt</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>Der Speicherplatz wird knapp: noch {size} für Aufnahmen</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>Keine Hand zu sehen</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>Niemand zu sehen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>Sofort versuchen</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>Ändern, was gesendet wird</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>Die Quelle ist zu Ende</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Vom Anfang an</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>Noch einmal eine Kamera suchen</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>Läuft auf der CPU</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>Der Grund</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>Anderer Ordner</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose} ({key} schließt dies)</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>Nichts wurde aufgenommen: Es kam kein Bild</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>{name} aufgenommen, {size} MB</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>Ansehen, was aufgenommen wurde</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>das Kodieren war zu langsam: bei {missing} von %n Bild fehlt das Videobild</numerusform>
            <numerusform>das Kodieren war zu langsam: bei {missing} von %n Bildern fehlt das Videobild</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} Das Netz ist dasselbe, nur langsamer. „{command}“ sagt, was helfen würde.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>Warum die CPU?</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>Die Kamera ist gleich wieder da.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>Ein Video oder Bild öffnen</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>Beispiel nutzen</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>Den Beispielclip zeigen</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>Mitgeliefertes Modell nutzen</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>Das gewählte nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>Kopieren, was geschehen ist, um es den Entwicklern zu schicken</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>Das lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>Der Bericht ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>Es wird niemandem gefolgt</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>führt</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>wird aufgenommen</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>Name von {person}</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>Ein Name für diese Person, solange dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>Führen: {person}</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>Führen lassen, wer am nächsten steht</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>Diese Person führen lassen, solange sie da ist</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>{person} ausblenden</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>Diese Person wieder zeichnen</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>Diese Person nicht mehr zeichnen; Aufnahmen behalten alle</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>{person} vergessen</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>Name und Nummer vergessen; wer dort steht, ist jemand Neues</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>Ordner für Schnappschüsse und Aufnahmen</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>Bilder pro Sekunde, die die Quelle liefert</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>Bilder pro Sekunde, aus denen Netze werden</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>Neue Bilder pro Sekunde auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>Vom Kamerabild bis zur Anzeige: Die Hälfte der Bilder ist schneller</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % unter</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>Eines von zwanzig Bildern braucht vom Kamerabild bis zur Anzeige länger</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>Füße rutschen</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>Wie schnell Füße rutschen, während sie stehen; nichts, solange keiner im Bild steht</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>Zittern</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>Beschleunigung der gezeigten Gelenke: ihre eigene Bewegung und ihr Zittern</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>Ungeglättet</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>Beschleunigung der Gelenke, wie das Netzwerk sie liefert, vor der Glättung</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>Bildrate, Zeit von der Kamera bis zum Bildschirm und was dabei rechnet. Einzelheiten</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>Noch ist nichts zu sehen</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>{rate} Bilder pro Sekunde, {latency} Millisekunden von der Kamera bis zum Bildschirm</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>Einzelheiten zu Tempo und Latenz</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>Kamerabild bis Anzeige, Mittel</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>Kamerabilder, die ausgelassen wurden, weil ein neueres da war: So staut sich nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n Bild durch neuere ersetzt</numerusform>
            <numerusform>%n Bilder durch neuere ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>Wie sich die Zeit vom Kamerabild bis zur Anzeige aufteilt</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>Es gibt noch nichts aufzunehmen</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>Der Schnappschuss ließ sich nicht sichern: {why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gesichert</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>Der Bericht ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>Der Bericht ist {name}; lesen Sie ihn, bevor Sie ihn verschicken</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>Avatar (VMC)</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1, dann Enter</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>Die Adresse eines Programms, das einen Avatar zeigt, etwa VSeeFace oder Warudo: HOST oder HOST:PORT. Es bekommt die Knochen der Person, die am nächsten und am weitesten in der Mitte steht, und kein Bild. Leer sendet nichts</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>Seite für Browser und OBS</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080, dann Enter</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>Der Port einer Seite, die Programmen dieses Computers das Bild zeigt und unter /mesh nur die Personen; 0.0.0.0:8080 zeigt sie auch diesem Netzwerk. Leer zeigt nichts</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Die Leiste schließen</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>Die Einstellungen schließen</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>So vielen Personen wird höchstens zugleich gefolgt</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>Wählen Sie „Bis zu“, um mehreren zu folgen</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>Wie weit das Netz das Bild verdeckt</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>Nur ein Netz, das über dem Bild liegt, kann durchscheinen</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Aufnahmen ({record}) enthalten Netze, Gelenke, Kameras und Zeiten sowie ein Video dessen, was die Kamera sieht, nur auf diesem Computer gespeichert. Schnappschüsse ({snapshot}) enthalten das Bild, wie es zu sehen ist.</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Aufnahmen ({record}) enthalten Netze, Gelenke, Kameras und Zeiten, aber kein Bild. Schnappschüsse ({snapshot}) enthalten das Bild, wie es zu sehen ist.</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>Mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>Das neuronale Netzwerk, das das Netz erzeugt</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>Nur das mitgelieferte Modell ist installiert; weitere kommen mit „main.py models import“ hinzu</translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation>HÄNDE</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>PERSONEN</translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation>Farbe je Hand</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>Farbe je Person</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eine</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>Nur der Person folgen, die am nächsten steht</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis zu</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>Mehreren zugleich folgen; jede kostet Zeit</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>Höchstzahl zugleich</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Körpergröße</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>Wie groß die Person ohne Schuhe ist; Größen und Abstände stimmen dann, statt geschätzt zu sein. Bei mehreren Personen gilt sie für die, die am nächsten und am weitesten in der Mitte steht</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>NETZ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>Die Oberfläche des Körpers zeichnen</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Skelett</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>Gelenke und Knochen zeichnen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>Oberfläche und Gelenke zeichnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Über dem Bild</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>Das Netz allein</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>Bild und Netz nebeneinander</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Rundum</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>Rundum: ziehen zum Drehen, Mausrad zum Annähern</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>Wie das Netz aussieht</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>Personen, denen gefolgt wird, an der Farbe unterscheiden</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>GLÄTTUNG</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>Ruhig zittert weniger und folgt später; schnell folgt sofort</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>Die Werte des Filters zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>AUSGABE</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>Den Ordner für Schnappschüsse und Aufnahmen wählen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner im Dateimanager öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>Video mitspeichern</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>Ab der nächsten Aufnahme neben den Netzen auch das, was die Kamera sieht, als Videodatei speichern</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>SENDEN</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>FENSTER</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>Zeigen, was jede Taste tut</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>Versionen, Einstellungen ohne Adressen und Namen sowie das Ende des Protokolls in eine Datei schreiben</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>Kein Filter: Jedes Bild wird gezeigt, wie es ist.</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>Trendfilter, Zeitkonstanten: Körper {body} ms, in der Tiefe {depth} ms; Ort {place} ms, Abstand {distance} ms. Gleichmäßige Bewegung hat keine Verzögerung; die Verzögerung oben ist die einer winkenden Hand bei {rate} Bildern pro Sekunde.</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>KAMERAS</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>Sich keine dieser Dateien und Streams mehr merken</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>Beispielclip</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>Den Beispielclip zeigen, der keine Kamera braucht</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>rtsp:// oder http://, dann Enter</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>Die Adresse einer Netzwerkkamera oder eines Streams; Enter öffnet sie</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>Adresse des Streams</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>Keine Kamera gefunden. Schließen Sie eine an; sie erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>{name} wieder öffnen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV (roh)</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY (roh)</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12 (roh)</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>Woher das Bild kommt. Eine Datei öffnen</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>Sehen, was jede Kamera sieht und was zuvor offen war</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>Die Quellen ansehen</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>Bildgröße der Kamera</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>Bildrate der Kamera</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>Pixelformat</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>Nach Angabe ihres Treibers</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>Das Bild wie ein Spiegel zeigen; Aufnahmen werden nicht gespiegelt</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Sichtfeld</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>Wie weit die Kamera von Seite zu Seite sieht; damit stehen Personen im richtigen Abstand</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>Die Kamera liefert {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>Beispiel (ohne Kamera)</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Erste Kamera</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>Stream…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>Pixel, um die die Kamera gebeten wird; darunter steht, was sie liefert</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>Bilder pro Sekunde, um die die Kamera gebeten wird; darunter steht, was sie liefert</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>Wie die Kamera Pixel senden soll; darunter steht, was sie liefert</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>Nur eine Kamera lässt sich um eine andere Größe, Rate oder ein anderes Format bitten</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>Take: Datum und Zeit</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>Wie Aufnahmen von jetzt an heißen, jede mit ihrer Nummer, etwa „gehen 01“. Leer heißen sie nach Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>Name der Takes</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>Wie lange heruntergezählt wird, bevor eine Aufnahme beginnt</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was das Programm sieht</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>Alle vor der Kamera oder in einem Video, das Sie öffnen, bekommen einen dreidimensionalen Körper, der über das Bild gezeichnet wird, während sie sich bewegen. All das rechnet dieser Computer.</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>Was das Programm speichert</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>Nichts, bis Sie es wünschen. {key} sichert das Bild. Eine Aufnahme enthält Körper und kein Bild, es sei denn, Sie stellen das in den Einstellungen ein. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>So nehmen Sie auf</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>Der rote Knopf oder {record} beginnt und beendet eine Aufnahme. {recordings} zeigt, was Sie aufgenommen haben, zum Ansehen, Verfeinern und Exportieren. {keys} zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>Die nächste Karte</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number} von {cards}: {heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>Drücken Sie im Live-Fenster {key}, um die Personen aufzunehmen, die Sie sehen, und noch einmal {key}, um aufzuhören. Aufnahmen liegen im Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>Eine Aufnahme öffnen, die woanders liegt</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>Einige Bilder dieser Aufnahme sind beschädigt</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>Was heil ist, in eine neue Aufnahme kopieren</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>Diese Aufnahme lässt sich abspielen, sobald sie beendet ist.</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>Das lässt sich nicht abspielen</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>Diese Aufnahme ist beschädigt</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>Sie wurde abgeschnitten oder auf dem Datenträger verändert. Reparieren kopiert, was heil ist, in eine neue Aufnahme und lässt diese, wie sie ist.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>Diese Aufnahme löschen</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>Die Aufnahme selbst bleibt, wie sie ist; {key} zeigt sie, und noch einmal {key} die verfeinerte Bewegung.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>Im Format eines anderen Programms schreiben</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>Verfeinert</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>„{name}“ und das Video dazu kommen in den Papierkorb.</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>„{name}“ kommt in den Papierkorb.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>Diese Aufnahme löschen?</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Lassen, wo sie ist</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>Hier gibt es keinen Papierkorb</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>„{name}“ lässt sich nicht in einen Papierkorb legen. Endgültig gelöscht, lässt sich die Aufnahme nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>Das ist endgültig</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x, nach rechts</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y, nach unten</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z, in die Tiefe</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>Gelenke werden gelesen…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>In dieser Aufnahme ist niemand</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>Dieses Gelenk hat keinen Winkel; Ellbogen, Knie, Hüften und Schultern haben einen</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>Kurven eines Gelenks</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>Person der Kurven</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>Wessen Gelenk es ist</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Gelenk</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>Welches Gelenk gezeigt wird</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>Wo das Gelenk von der Kamera aus ist oder wie schnell es sich bewegt</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Werte sichern</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>Diese Kurven von der Anfangs- bis zur Endmarke als Tabelle schreiben (CSV)</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>„Verfeinern“ ({key}) fügt die verfeinerte Kurve hinzu</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>Eigene Knochennamen</translation>
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
        <translation>Eigene Ruhepose</translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation>T-Pose</translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation>A-Pose</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>Braucht {package}: {command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>Wen exportieren</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>Was exportiert wird: von der Anfangs- bis zur Endmarke der Wiedergabe oder alles</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>Von {start} bis {end}</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>Die ganze Aufnahme</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>Wie aufgenommen, {rate} pro Sekunde</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} pro Sekunde</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>Von wo ein Video die Personen zeigt</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>Wie die Kamera sie sah</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>Über dem gespeicherten Video</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>Rundum, wie jetzt eingestellt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>Wo der Ursprung liegt und wohin vorn ist</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>Am Boden unter dem ersten Schritt, Blick nach vorn</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>Die Kamera</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>Namen der Knochen</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>Nach wem die Knochen heißen</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>Ruhepose</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>Die Pose, in der Knochen und Haut ruhen; die Bewegung bleibt</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>Bewegung verfeinern</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>Ohne Verzögerung glätten, kurze Lücken füllen, Füße stillhalten, wo sie stehen; die Aufnahme bleibt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Was geschrieben wurde, im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>Einen Ort wählen und schreiben</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>Dieses Format behält die aufgenommenen Zeitpunkte</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>Der Ursprung dieses Formats ist immer derselbe</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>Dieses Format hat keine Knochen zu benennen</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>Von wo das Video die Personen zeigt</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>Dieses Format enthält die Netze oder Knochen selbst, von überall anzusehen</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>{names} und %n weitere Datei geschrieben.</numerusform>
            <numerusform>{names} und %n weitere Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>{names} geschrieben.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Abbrechen; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>Die Bewegung glätten, kurze Lücken füllen und stehende Füße stillhalten; die Aufnahme bleibt</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>Berichtigen, wer wer ist: Personen tauschen, vereinen oder trennen; die Aufnahme bleibt</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>Wo ein Gelenk mit der Zeit war, wie aufgenommen und wie verfeinert</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Wer ist wer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Modell {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>Es ist keine Aufnahme offen</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>Diese Aufnahme lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>Die aufgenommene Bewegung zeigen</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>Die verfeinerte Bewegung zeigen</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>Es ist schon etwas in Arbeit</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>Name der Aufnahme</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Enter übernimmt den Namen, Esc lässt den alten</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>Löschen ({delete}); {undo} holt sie zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>%n verloren</numerusform>
            <numerusform>%n verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>Die Bewegung wird verfeinert</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Wird repariert</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>%n Bild verloren: {cause}</numerusform>
            <numerusform>%n Bilder verloren: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Eine Aufnahme öffnen</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>Die Werte ließen sich nicht sichern: {why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>Personen von {name}</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>Um wen es geht</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>Und um wen noch</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>Ab {moment} ist jede der beiden die andere</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>Sind eine Person</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>Die andere ist durchgehend diese Person; sie dürfen nie beide da sein</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Ist jemand Neues</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>Ab {moment} ist dies eine andere Person mit eigener Nummer</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>Zurücknehmen, was zuletzt berichtigt wurde</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>Tauschen und Trennen gelten ab {moment}, dem gezeigten Zeitpunkt. Die Aufnahme bleibt, wie sie ist: Was berichtigt wird, steht in einer Datei daneben.</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>Wählen Sie zwei Personen.</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>Personen {one} und {other} ab hier getauscht</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>Person {other} ist jetzt Person {one}</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>Person {one} ist ab hier Person {other}</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>Letzter Schritt zurückgenommen</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>Es ließ sich nicht neben die Aufnahme schreiben: {why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Eine Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>Den Ordner der Aufnahmen im Dateimanager öffnen</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>Das Umbenennen ging nicht: {why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>{name} in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>Das Zurückholen ging nicht: {why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>{name} zurückgeholt</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>Das Löschen ging nicht: {why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} gelöscht</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>Mit {previous} und {next} wählen, mit Enter abspielen</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, in the letters of Qt</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>both feet stand</source>
        <translation>beide Füße stehen</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>linker Fuß steht</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>rechter Fuß steht</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>kein Fuß steht</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>Hügel: wie schnell sich die Gelenke im Mittel bewegen, bis {fastest} m/s
Balken: wo die Person da ist; eine Lücke, wo nicht, weiß, wo ergänzt
Zwei Linien darunter: wo der linke Fuß steht, und der rechte
Striche oben: wo Bilder verloren gingen</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>ergänzt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>Zum Durchsehen ziehen; {back} und {on} gehen Bild für Bild, {beginning} und {end} an Anfang und Ende</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Niemand da</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Wird nicht exportiert</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>Über dem Video</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>Wie die Kamera es sah</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>Video und Netz nebeneinander</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>Zu dieser Aufnahme gibt es kein Video; schalten Sie vor dem Aufnehmen „Video mitspeichern“ ein</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>Exporte beginnen hier; noch einmal drücken entfernt die Marke</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>Anfangsmarke</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>Exporte enden hier; noch einmal drücken entfernt die Marke</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>Endmarke</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>Immer wieder abspielen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>Wo die Wiedergabe steht und wie lang die Aufnahme ist</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>Wie schnell abgespielt wird ({slower} und {faster})</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Dies abbrechen</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten oder weitermachen</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>Aufnehmen oder Aufnahme beenden</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild sichern</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Das Bild spiegeln</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>Einzelheiten zu den Zeiten</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>Einstellungen öffnen oder schließen</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Zu den Einstellungen gehen</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>Kameras und andere Quellen ansehen</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>Die Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>Rundum: nach links drehen</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>Rundum: nach rechts drehen</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>Rundum: nach oben drehen</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>Rundum: nach unten drehen</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Eine Sekunde weiter</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Zum Anfang gehen</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende gehen</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>Anfangsmarke: Exporte beginnen hier</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>Endmarke: Exporte enden hier</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>Die Aufnahme darüber</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>Die Aufnahme darunter</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>Kurven eines Gelenks, aufgenommen und verfeinert</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>Berichtigen, wer wer ist</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Zuletzt Gelöschtes zurückholen</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>Rundum: näher</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>Rundum: weiter weg</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>Schließen, was offen ist, oder verlassen</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>a key</comment>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a key</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>a key</comment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>a key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <comment>keys</comment>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text} ({keys})</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>Was ein Bericht enthielte</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>Zeigen oder ausblenden, was genau geschehen ist</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>Zum Durchsehen ziehen; Anfangs- und Endmarke bestimmen, was gezeigt wird</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>Rechter Knöchel</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>Rechtes Knie</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>Rechte Hüfte</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>Rechtes Handgelenk</translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation>Rechter Ellbogen</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>Rechte Schulter</translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation>Linker Knöchel</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>Linkes Knie</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>Linke Hüfte</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>Linkes Handgelenk</translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation>Linker Ellbogen</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>Linke Schulter</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>Handgelenk</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>Daumen</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Zeigefinger</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mittelfinger</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ringfinger</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>Kleiner Finger</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>AUFNAHMEN</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>ÜBERALL</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Live-Bild</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>Nur das Netz</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>Rundum</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text} ({key} für die nächste Ansicht)</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>Beenden Sie zuerst die Aufnahme</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>Kamera neu öffnen</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>Aufnahme des letzten Besuchs löschen</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Programm beenden</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Personen finden</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>Im Programm ging etwas Unerwartetes schief. Ein Bericht hilft, es zu beheben.</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} gibt es schon, und es enthält kein JSON; nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>Das Modell nennt {0} Gelenke, das Skelett für „{1}“ wird aus den ersten {2} gezeichnet; exportieren Sie das Modell neu und mit ihnen.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>Die Personen {0} und {1} sind in {2} Bildern beide da, also sind sie nicht eine; trennen Sie sie zuerst dort, wo sie wechseln.</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>Ab Bild {0} kann Person {1} nicht Person {2} sein: {3} muss da sein und {4} nirgends.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>Die Personen {0} und {1} sind ab Bild {2} nicht beide da; wählen Sie andere.</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>{0} sagt, wer wer ist, lässt sich aber nicht nutzen ({1}); bessern Sie die Datei aus oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>Namen von {0} gibt es nur für ganze Körper; exportieren Sie diese Aufnahme mit --names anny.</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>Ansicht und Aussehen gibt es nur für mp4; {0} enthält die Netze oder Knochen selbst.</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>Einflüsse gibt es nur für {0}; {1} enthält kein Netz, das Knochen bewegen.</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>Namen und Ruheposen von Knochen gibt es nur für {0}; bei {1} ist keine Wahl.</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>Der Ursprung von {0} ist immer derselbe; lassen Sie ihn weg oder exportieren Sie eines von {1}.</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} endet nicht auf {1}; benennen Sie die Datei, wie ihr Format es verlangt.</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>In {0} ist in diesem Teil niemand, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>In {0} ist niemand, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>in diesem Teil</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0} enthält keine Person {1}{2}; vorhanden: {3}.</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} ist das Video zu {1}; nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} gibt es schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender, Unreal, Unity: Netz, Skelett und Bewegung in einer Datei</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>Streaming, virtuelle Welten: der Körper als Avatar, ohne Bewegung</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya, Houdini, Unreal: Netz und Skelett als OpenUSD</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>USD-Punkte</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini: die Oberfläche Bild für Bild, ohne Knochen</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>Programme, die Bewegung übertragen: nur die Knochen</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python: alle Zahlen als Arrays, Posen wie in AMASS</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>Tabellenprogramme, pandas: Gelenke und Winkel, je Person und Bild eine Zeile</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV, lang</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R, seaborn, Pivot-Tabellen: ebenso, je Gelenk eine Zeile</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender und 3ds Max: die Oberfläche Bild für Bild als Point-Cache</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>Alles andere: ein Ordner mit einem Netz je Bild</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab, CloudCompare, Open3D: ebenso, kleiner und nicht gerundet</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>Zum Ansehen oder für eine Folie: ein Video des Netzes</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>Bei {0} Bildern pro Sekunde ist nie jemand da; wählen Sie eine höhere Rate.</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>Das Video von {0} wurde nicht behalten oder ist weg; exportieren Sie nur die Netze.</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>Nur ganze Körper ruhen in einer {0}-Pose; exportieren Sie diese Aufnahme mit --rest own.</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>Zum Schreiben von USD fehlt die Bibliothek; führen Sie {0} aus.</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>{0} lässt sich nicht schreiben; schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>Ein Avatar entsteht nur aus dem offenen Körper, der für alle frei ist; „{0}“ hat eine andere Lizenz. Exportieren Sie stattdessen glb.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>Ein Name braucht mindestens einen Buchstaben oder eine Ziffer und davor keinen Punkt.</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>Ein Name darf {0} nicht enthalten; lassen Sie das weg.</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>Dieser Name ist zu lang; höchstens {0} Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>Eine Datei {0} gibt es schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>Eine Aufnahme {0} gibt es nicht; geben Sie den Pfad einer .h5-Datei an.</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} ist so beschädigt, dass sich nichts reparieren lässt: Das Lesen beendet das lesende Programm oder hält es auf.</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>sie ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>das Lesen endet nicht innerhalb von {0} s</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>das Lesen beendet das lesende Programm</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>Der Prozess, der Aufnahmen prüft, startet nicht; geben Sie Arbeitsspeicher frei oder installieren Sie neu.</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>Das Skelett hat auf der Seite {0} keine Beinknochen, die hier bekannt sind, also lassen sich Füße nicht stillhalten.</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>Zittern: von {0} auf {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>von {0} auf {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>Stehende Füße rutschen: {0} ({1} s lang)</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>Gefüllte Lücken: keine</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>Gefüllte Lücken: {0} Bilder ({1} s)</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>Längere Lücken, die bleiben: {0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>Gelenke verschoben: im Mittel um {0} mm</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>Person {0}, {1} Bilder: {2}.</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Person {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>„{0}“ steht auf keinem Boden; lassen Sie den Ursprung bei der Kamera.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>Der Körper „{0}“ dieser Aufnahme ist nicht installiert; importieren Sie das Modell {1} noch einmal oder exportieren Sie nach npz, csv, obj, ply oder pc2, die ohne ihn auskommen.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>Der Körper „{0}“ hat hier keine Knochen, die dieses Format braucht; exportieren Sie nach npz, csv, obj, ply oder pc2.</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0} ist {1} s lang; beginnen Sie davor, nicht bei {2} s.</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>Das Ende bei {0} s liegt vor dem Anfang bei {1} s; geben Sie ein späteres Ende an.</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0} hat zwischen {1} und {2} s kein Bild; geben Sie einen längeren Abschnitt an.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} ist beschädigt; {1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} passt nicht: {1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0} enthält kein {1}, sondern {2}.</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} wird gerade aufgenommen; sie lässt sich lesen, sobald die Aufnahme beendet ist.</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} ist keine Aufnahme; geben Sie eine .h5-Datei an, die dieses Programm aufgenommen hat.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} ist beschädigt ({1}); {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} lässt sich nicht als Aufnahme lesen ({1}); {2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>versuchen Sie: {0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>nicht rechtzeitig verarbeitet</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>Datenträger zu langsam</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>Computer zu beschäftigt zum Schreiben</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>Takes können nicht {0} heißen. {1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0} enthält zu viele Aufnahmen von {1}; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>Die Aufnahme ist fehlgeschlagen ({0})</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>Der Datenträger hat versagt ({0})</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>bis dahin war nichts aufgenommen</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} wurde während der Aufnahme gelöscht</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>nichts davon ist übrig</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>was bis dahin aufgenommen wurde, ist in {0} erhalten</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0} und {1} waren beschädigt</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>nichts ging verloren</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>teilweise verloren: {0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>{0} und {1} wurden in {2} gesichert; {3}.</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} ist leer, also gibt es nichts zu sichern.</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} gibt es schon und bleibt, wie es ist; nennen Sie mit -o eine andere Datei.</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>Kein Bild von {0} ist heil, also wurde nichts gesichert.</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>{0} ließ sich nicht schreiben ({1}); schaffen Sie Platz oder nennen Sie mit -o einen anderen Ort.</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>Die Dreiecke der Aufnahme sind verloren, also lassen sich ihre Netze nicht sichern; importieren Sie ihr Modell noch einmal und wiederholen Sie die Reparatur.</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>In {0} lässt sich nichts aufnehmen ({1}); wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} ist keine Aufnahme, oder ihr Anfang ist zu stark beschädigt, um ihn zu reparieren.</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} ist eine HDF5-Datei, aber keine Aufnahme dieses Programms.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} ist keine Aufnahme, oder ihr Inhaltsverzeichnis ist verloren.</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>sie verlangt mehr Arbeitsspeicher, als eine Aufnahme braucht</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>ihr Inhaltsverzeichnis ist verloren</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} gibt es schon; nennen Sie für die Aufnahme eine andere Datei.</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>Das Video {0} lässt sich nicht anlegen ({1}).</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>Das Video {0} endet vorzeitig ({1}); die Netze sind nicht betroffen.</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>die Art ist unbekannt</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>Das Bild {0} ließ sich nicht schreiben ({1}); wählen Sie einen anderen Ort oder eine andere Endung.</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>Das Video {0} ließ sich nicht schreiben ({1}); wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>Das Video {0} ließ sich nicht schreiben: OpenCV hat hier keinen MPEG-4-Encoder; installieren Sie opencv-python und av noch einmal von PyPI.</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>Das Video {0} ließ sich nicht ganz schreiben; schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>Die Aufnahme {0} lässt sich nicht anlegen ({1}).</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>Das Netz hat {0} Zahlen, die Aufnahme wurde für {1} angelegt; beginnen Sie nach einem Wechsel des Modells eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>hat das Modell noch nicht geladen</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>hat ein anderes {0} der Version {1} (sha256 {2}, nicht {3}); {4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>schreiben Sie seine Dateien neu mit „{0} models serve-files“</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>nichts dieses Namens</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>{0} {1} für {2}, das Modell {3} von {4}; {5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>antwortet zu spät</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>hat kein Modell {0} der Version {1}; {2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>lässt ohne das richtige Token niemanden ein; setzen Sie FASTMETRO_SERVER_TOKEN</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>zeigt ein Zertifikat, dem nicht vertraut wird; nennen Sie mit --server-ca die Datei der Wurzel</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>lehnt das Rechnen ab ({0}); sehen Sie in sein Protokoll</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>scheitert beim Rechnen ({0})</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>antwortet mit {0}, das sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>liefert kein {0}; schreiben Sie seine Dateien neu</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>antwortet mit {0} als {1} von {2}, nicht {3}; schreiben Sie seine Dateien neu</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Der Server wird gesucht</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>Der Server {0} wird gesucht.</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>lässt sich nicht fragen</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>Server {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>Der Server {0} rechnet.</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · Bilder verlassen diesen Computer</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>Der Server {0} rechnet; Bilder von Personen verlassen diesen Computer.</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>liefert andere Ergebnisse als dieser Computer; sehen Sie in sein Protokoll</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>braucht {0} ms für eine Antwort, ein Bild aber dauert {1} ms</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>Server {0}; dieser Computer rechnet</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>Der Server {0} {1}.</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>antwortet in anderen Formen als denen des Modells; schreiben Sie seine Dateien neu</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>Unter macOS gibt es kein CUDA.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>Die installierte ONNX Runtime ist für die CPU; führen Sie {0} aus ({1}).</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0} hat das ganze Modell der CPU überlassen.</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0} konnte das Modell nicht laden ({1}).</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>Die Personenerkennung {0} fehlt in assets/; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>Die Personenerkennung {0} ist beschädigt; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}; lassen Sie --device {1} weg, um die CPU zu nutzen.</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{0} bestand den Selbsttest auf {1} nicht ({2}).</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{0} lieferte im Selbsttest auf {1} andere Ergebnisse als die CPU; aktualisieren Sie den Grafiktreiber.</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} lässt sich nicht ausführen, ist also beschädigt; laden Sie das Modell noch einmal herunter oder exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} errechnet keine Zahlen, also sind seine Gewichte beschädigt; laden Sie das Modell noch einmal herunter oder exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>{0} brauchte im Selbsttest {1} ms, {2} {3} ms.</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>Die GPU arbeitet nicht mehr; starten Sie das Programm neu, um sie noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>So wurde es verlangt.</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>Das Netzmodell wird geladen</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>Die Personenerkennung wird geladen</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>Die Handerkennung wird geladen</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Die Quelle wird geöffnet</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>Das Zeichnen wird vorbereitet</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>Die Kamera {0} liefert keine Bilder.</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>Die vorige Quelle wird geschlossen</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>Die Programmteile werden geladen</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>Es gibt noch nichts aufzunehmen; warten Sie auf das Bild.</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>Keine Kamera gefunden; schließen Sie eine an oder wählen Sie stattdessen eine Videodatei oder „sample“.</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>die Kameras hier sind {0}</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>an diesem Computer wurde keine Kamera gefunden</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>Eine Kamera {0} gibt es nicht; {1}. Wählen Sie eine andere, eine Videodatei oder „sample“.</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>Die Kameras hier sind {0}.</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>An diesem Computer wurde keine Kamera gefunden.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>„{0}“ ist keine Datei, kein Ordner, keine URL und kein Name einer Kamera.{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>{0} (Kamera {1}) ließ sich nicht öffnen; schließen Sie andere Programme, die sie nutzen, oder wählen Sie eine andere Kamera, eine Videodatei oder „sample“.</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} pro Sekunde</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} ließ sich nicht als Video lesen; es ist beschädigt oder von anderer Art. Wandeln Sie es um, zum Beispiel in MP4.</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} enthält kein Bild, das sich lesen lässt; es ist beschädigt oder leer.</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} hat Bilder, deren Farben sich nicht zeigen lassen; wandeln Sie es um, zum Beispiel in MP4 mit H.264.</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} ist eine Liste anderer Dateien; öffnen Sie stattdessen eine davon.</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>Die Adresse {0} nennt eine Datei des Computers {1}, nicht dieses Computers; kopieren Sie sie zuerst hierher.</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} ist größer als der freie Platz hier; schaffen Sie zuerst Platz.</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} ließ sich nicht ganz holen; laden Sie die Datei herunter und nennen Sie sie.</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>Kein Bild des Ordners {0} lässt sich lesen; sichern Sie sie als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>Der Ordner {0} enthält Videos und keine Bilder; nennen Sie eines davon oder folgen Sie allen mit „{1} batch {2} --out RESULTS“.</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>Der Ordner {0} enthält keine Bilder; wählen Sie einen mit JPEG- oder PNG-Dateien.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0} ist eine Pipe oder ein Gerät und keine Datei; nennen Sie eine Datei oder eine Kamera bei ihrer Nummer.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>Eine Datei oder einen Ordner {0} gibt es nicht; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0} ist kein Bilderordner, wie --frames-at ihn nimmt.</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} ist ein HEIC-Foto, das sich hier nicht lesen lässt; sichern Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>{0} ließ sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} ist kein Bild, das sich lesen lässt; wählen Sie eine JPEG-, PNG-, WebP-, AVIF- oder TIFF-Datei.</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} hat nach eigener Angabe mehr als {1} Millionen Pixel; verkleinern Sie es.</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>Der Beispielclip {0} fehlt in assets/; stellen Sie ihn wieder her.</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0} ist keine Adresse wie 127.0.0.1 oder 127.0.0.1:{1}; geben Sie einen Host und einen Port von 1 bis {2} an.</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0} ist weder ein Port wie 8080 noch eine Adresse dieses Computers mit Port wie 0.0.0.0:8080; geben Sie einen Port bis {1} an.</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>Alle in diesem Netzwerk, die diese Adresse haben, sehen das Bild.</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>Warten auf das erste Bild.{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>Niemand schaut zu.{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0} ist keine Adresse dieses Computers; geben Sie 0.0.0.0 für alle an oder nur den Port.</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>Port {0} wird von einem anderen Programm genutzt; geben Sie einen anderen an, etwa {1}.</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>Dieses System lässt Programme nicht an Port {0} lauschen; geben Sie einen ab 1024 an.</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>An {0} lässt sich nicht lauschen ({1}); geben Sie eine andere Adresse oder einen anderen Port an.</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>Zum Senden an Avatare (VMC) wird python-osc gebraucht; führen Sie {0} aus.</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>{0} wird gesucht.</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>Es wird an {0} gesendet, {1} pro Sekunde.</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>An {0} lässt sich nicht senden ({1}); prüfen Sie den Namen des Hosts oder geben Sie seine Nummer an.</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>Das Senden an {0} endete unerwartet; leeren Sie die Adresse und geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>Der Körper {0} des Modells hat kein Skelett, das ein Avatar übernehmen könnte; wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>Es wird an {0} gesendet.</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>Niemand da, der an {0} gesendet werden könnte.</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>In {0} Bildern war kein Zeitcode zu sehen; richten Sie die Kamera so auf diesen Bildschirm, dass dessen linke Hälfte groß und scharf im Bild ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0} enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>Das Symbol {0}.svg lässt sich nicht zeichnen; stellen Sie es in assets/icons wieder her.</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}; wählen Sie eine andere Datei oder einen anderen Ort.</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0} ist ein Ordner; geben Sie die Datei selbst an.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0} ist eine Pipe oder ein Gerät und keine Datei; geben Sie die Datei selbst an.</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0} ist ein Ordner; nennen Sie eine Datei zum Schreiben, etwa eine darin.</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>Einen Ordner {0}, in den sich {1} schreiben ließe, gibt es nicht; legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>Die Programmdatei {0} fehlt; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>Die Programmdatei {0} ist beschädigt ({1}); stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>Die Körpervorlage {0} fehlt; stellen Sie sie wieder her oder importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} ist keine Körpervorlage ({1}); importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} ist keine Körpervorlage (es fehlt {1}); importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>Gliederpuppe</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>Modellierton</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>Statuette</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>Hologramm</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>Drahtgitter</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>Unter macOS arbeitet OpenGL nur im Hauptthread eines Programms, deshalb zeichnet im Fenster und live der Prozessor ein einfacheres Netz; „{0} run FILE --video OUT.mp4“ zeichnet das übliche.</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>Der Shader {0} des Programms fehlt; stellen Sie ihn wieder her.</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>OpenGL ließ sich nicht starten ({0}), deshalb zeichnet der Prozessor ein einfacheres Netz; installieren Sie unter Linux libegl1, libgl1, libgl1-mesa-dri und libxrender1, oder aktualisieren Sie auf anderen Systemen den Grafiktreiber.</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>Ein Bild von {0}x{1} Pixeln ist größer, als OpenGL an diesem Computer zeichnet ({2}); verkleinern Sie es.</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>Ein Netz der Form {0} wurde einem Renderer für ({1}, 3) gegeben.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>Die Datei {0} der Handerkennung fehlt in assets/; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>Die Datei {0} der Handerkennung ist beschädigt; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>Die Personenerkennung {0} fehlt in {1}/; stellen Sie sie wieder her.</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} ist ein anderes Netzwerk als das der Personenerkennung; stellen Sie es wieder her.</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} liefert {1} mit {2}, laut Angaben und Vorlage wäre es {3}; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>{0} fehlt die Ausgabe {1}; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} verlangt die Eingabe {1}, von der seine Angaben nichts sagen; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>{0} fehlt die Eingabe {1}; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} nimmt die Eingabe {1} mit {2}, laut seinen Angaben wäre es {3}; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} ist nicht der Körper, für den {1} gemacht wurde; stellen Sie beide Dateien wieder her oder importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>{0} fehlen die Punkte, nach denen {1} den Ausschnitt wählt; importieren Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0} ist nicht installiert; führen Sie {1} aus.</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>{0} ließ sich nicht laden ({1}).</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0} fand keine GPU, die es nutzen kann; aktualisieren Sie den Grafiktreiber.</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>Das mitgelieferte Modell {0} fehlt in assets/; stellen Sie es wieder her.</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>Eine Modelldatei {0} gibt es nicht; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>Ein Modell namens „{0}“ gibt es nicht; installiert: {1}.</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>Das Modell {0} ließ sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} ist beschädigt oder keine ONNX-Datei; laden Sie das Modell noch einmal herunter oder exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} ist eine ONNX-Datei anderer Art: Ihr fehlt die Angabe „{1}“; erzeugen Sie eine mit python -m models.export oder wählen Sie ein Modell, das „{2} models“ auflistet.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} lässt sich nicht nutzen: {1}; exportieren Sie das Modell neu.</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0} {1}; nutzen Sie es erst, wenn es berichtigt worden ist.</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>wird nicht innerhalb von {0} s fertig</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>beendet das Programm, das es ausführt</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>Der Prozess, der Modelle ausprobiert, startet nicht; geben Sie Arbeitsspeicher frei oder installieren Sie neu.</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>braucht mehr als {0} GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>Datei ist schon vorhanden</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
</context>
</TS>

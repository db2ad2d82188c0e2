<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>Un stand attend ses visiteurs</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>Code PIN de l’équipe</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>Trop d’essais&#xa0;; attendez %n seconde</numerusform>
            <numerusform>Trop d’essais&#xa0;; attendez %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>Code erroné&#xa0;; il reste %n essai</numerusform>
            <numerusform>Code erroné&#xa0;; il reste %n essais</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>la première caméra</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>pas de caméra&#xa0;; l’exemple est montré</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>pas d’image</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} images par seconde</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Maillage</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>Visites gardées</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>Dernière suppression</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Redémarrages</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time} heures</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>Secondes avant la photo</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>il ne reste rien</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>tout n’a pas encore pu être supprimé</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>il n’y avait rien</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>raison inconnue</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n maillage</numerusform>
            <numerusform>%n maillages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>%n spectateur</numerusform>
            <numerusform>%n spectateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>Sombre ou clair, comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>Texte clair sur fond sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>Texte sombre sur fond clair</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Texte de la taille habituelle</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grand</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>Texte plus grand d’un septième</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Très grand</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>Texte plus grand d’un tiers</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>Sans animation</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>Ne rien laisser bouger de soi-même dans la fenêtre</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>La langue de cette fenêtre ; elle s’ouvre de nouveau dans une autre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Affichée</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>Afficher ce que voit {camera}. {facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>Utilisée par {programs}</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>Un autre programme l’utilise peut-être</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>Ne donne pas d’image</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>Enregistrer l’image en PNG</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Vue suivante</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>Il n’y a pas encore d’image à enregistrer</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>Il n’y a encore rien à mettre en pause</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>Figer l’image</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>Vue&#xa0;: {view}. Vue suivante</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>Vue&#xa0;: {view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>Arrêter d’abord l’enregistrement ({stop}), puis le regarder ({look})</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>Durée et taille de l’enregistrement&#xa0;; %n image a été omise</numerusform>
            <numerusform>Durée et taille de l’enregistrement&#xa0;; %n images ont été omises</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>Secondes avant le début de l’enregistrement</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live&#xa0;: latence de l’objectif à l’écran</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state} (Échap pour finir)</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>En attente de la caméra</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>Dirigez la caméra vers cet écran&#xa0;: les carrés de gauche doivent être nets (Échap pour finir)</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>%n image avec un code (Échap pour finir)</numerusform>
            <numerusform>%n images avec un code (Échap pour finir)</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>Lire les doigts des mains assez grandes dans l’image, une main par image&#xa0;; cela prend du temps</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>Le corps de ce modèle n’a pas d’os de doigts</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>Doigts</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>Environ {ms} ms par image</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>Mouvement d’une articulation</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>Fermer ceci</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>Fermer les courbes</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>{quantity} de l’articulation durant les dernières secondes</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Enregistrement {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>La dernière minute</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>La dernière minute&#xa0;: le temps de la capture à l’affichage par étapes et, en ligne, les images par seconde</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>Le dossier des enregistrements ne peut pas servir</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>Choisir où vont les photos et les enregistrements</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>OpenGL ne fonctionne pas ici&#xa0;; le maillage est dessiné plus simplement</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>Caméra perdue&#xa0;; nouvel essai en cours</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>Pas de caméra, l’exemple est donc montré. Branchez-en une, ou fermez le programme qui l’utilise</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>Le disque est presque plein&#xa0;: il reste {size} pour les enregistrements</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>Aucune main en vue</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>Personne en vue</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>Réessayer tout de suite</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>Changer ce qui est envoyé</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>La source est terminée</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>Chercher de nouveau une caméra</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>Calcul sur le CPU</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>La raison</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>Autre dossier</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose} ({key} ferme ceci)</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>Rien n’a été enregistré&#xa0;: aucune image n’est venue</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>{name} enregistré, {size} MB</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>Regarder ce qui a été enregistré</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Lire</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>l’encodage a été trop lent&#xa0;; images manquantes&#xa0;: {missing} sur %n</numerusform>
            <numerusform>l’encodage a été trop lent&#xa0;; images manquantes&#xa0;: {missing} sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} Le maillage est le même, seulement plus lent. «&#xa0;{command}&#xa0;» dit ce qui aiderait.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>Pourquoi le CPU&#xa0;?</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>La caméra revient bientôt.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Essayer encore une fois</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>Ouvrir une vidéo ou une image</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>Utiliser l’exemple</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>Montrer l’exemple</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Pas de caméra</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>Utiliser le modèle fourni</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>Ne plus utiliser le modèle choisi</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>Copier ce qui s’est passé, pour l’envoyer aux auteurs</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>Impossible de l’ouvrir</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Cela n’a pas marché</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>Le rapport est dans le presse-papiers</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>Personne n’est suivi</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>mène</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>masquée</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>enregistrée</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>Nom de {person}</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>Un nom pour cette personne, tant que cette fenêtre est ouverte</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>Faire mener&#xa0;: {person}</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>Laisser mener la personne la plus proche</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>Laisser mener cette personne tant qu’elle est là</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>Masquer {person}</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>Dessiner de nouveau cette personne</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>Ne plus dessiner cette personne&#xa0;; les enregistrements gardent tout</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>Oublier {person}</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>Oublier le nom et le numéro&#xa0;; qui se tient là est une nouvelle personne</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Personne {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>Dossier des photos et des enregistrements</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>Images par seconde que la source délivre</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>Images par seconde qui deviennent des maillages</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>Nouvelles images par seconde à l’écran</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>De la capture d’une image à son affichage&#xa0;: la moitié des images sont plus rapides</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95&#xa0;% en dessous</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>Une image sur vingt met plus longtemps que cela de la capture à l’affichage</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>Glisse des pieds</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>Vitesse à laquelle les pieds posés glissent&#xa0;; rien tant qu’aucun n’est posé dans l’image</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>Tremblement</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>Accélération des articulations telles qu’affichées&#xa0;: leur propre mouvement et leur tremblement</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>Avant lissage</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>Accélération des articulations telles que le réseau les donne, avant leur stabilisation</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>Images par seconde, temps de la caméra à l’écran, et ce qui calcule. Détails</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>Rien n’est encore affiché</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>{rate} images par seconde, {latency} millisecondes de la caméra à l’écran</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>Détails de la vitesse et de la latence</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>Capture à affichage, moyenne</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>Images de la caméra laissées de côté parce qu’une plus récente était là&#xa0;: ainsi rien ne s’accumule</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n image remplacée par une plus récente</numerusform>
            <numerusform>%n images remplacées par de plus récentes</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>Comment se répartit le temps de la capture à l’affichage</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>Il n’y a encore rien à enregistrer</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>La photo n’a pas pu être enregistrée&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>L’afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} enregistré</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>Le rapport n’a pas pu être écrit</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>Le rapport est {name}&#xa0;; lisez-le avant de l’envoyer</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>Avatar (VMC)</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1, puis Entrée</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>L’adresse d’un programme qui montre un avatar, comme VSeeFace ou Warudo&#xa0;: HÔTE ou HÔTE:PORT. Il reçoit les os de la personne la plus proche et la plus au milieu, et aucune image. Vide, rien n’est envoyé</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>Page pour navigateurs et OBS</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080, puis Entrée</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>Le port d’une page qui montre l’image et, sous /mesh, les personnes seules, aux programmes de cette machine&#xa0;; 0.0.0.0:8080 la montre aussi à ce réseau. Vide, rien n’est montré</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>Fermer les réglages</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>Le plus de personnes suivies à la fois</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>Choisir «&#xa0;Jusqu’à&#xa0;» pour suivre plusieurs personnes</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>À quel point le maillage cache l’image</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>Seul un maillage dessiné sur l’image peut être transparent</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Les enregistrements ({record}) contiennent maillages, articulations, caméras et temps, ainsi qu’une vidéo de ce que voit la caméra, gardés sur cet ordinateur seulement. Les photos ({snapshot}) contiennent l’image telle qu’elle est affichée.</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>Les enregistrements ({record}) contiennent maillages, articulations, caméras et temps, mais aucune image. Les photos ({snapshot}) contiennent l’image telle qu’elle est affichée.</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>Modèle fourni</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>Le réseau qui fait le maillage</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>Seul le modèle fourni est installé&#xa0;; ajoutez-en d’autres avec «&#xa0;main.py models import&#xa0;»</translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation>MAINS</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>PERSONNES</translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation>Une couleur par main</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>Une couleur par personne</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>SOURCE</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Une</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>Suivre une seule personne, la plus proche</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>Suivre plusieurs personnes à la fois&#xa0;; chacune demande du temps</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>Nombre maximal de personnes suivies</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Estimée</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>La taille de la personne, sans chaussures&#xa0;; dimensions et distances sont alors justes et non estimées. S’il y a plusieurs personnes, c’est celle de la plus proche et de la plus au milieu</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>MAILLAGE</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>Dessiner la surface du corps</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Squelette</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>Dessiner les articulations et les os</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>Dessiner la surface et les articulations</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Dessus</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Superposé à l’image</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Seul</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>Le maillage seul</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>À côté</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>Image et maillage côte à côte</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>Tout autour&#xa0;: glisser pour tourner, molette pour s’approcher</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>L’aspect du maillage</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>Distinguer par la couleur les personnes suivies</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>LISSAGE</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>Stable tremble moins et suit plus tard&#xa0;; rapide suit aussitôt</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Stable</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>Afficher ou masquer les chiffres du filtre lui-même</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>SORTIE</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>Choisir le dossier des photos et des enregistrements</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Ouvrir le dossier dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>Garder la vidéo</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>Dès le prochain enregistrement, garder ce que voit la caméra dans un fichier vidéo à côté des maillages</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>ENVOI</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>FENÊTRE</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>Afficher ce que fait chaque touche</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>Écrire dans un seul fichier les versions, les réglages sans adresses ni noms, et la fin du journal</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>Pas de filtre&#xa0;: chaque image est affichée telle quelle.</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>Filtre de tendance, constantes de temps&#xa0;: corps {body} ms, en profondeur {depth} ms&#xa0;; lieu {place} ms, distance {distance} ms. Un mouvement régulier n’a pas de retard&#xa0;; le retard ci-dessus est celui d’une main qui fait signe à {rate} images par seconde.</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Choisir une source</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>CAMÉRAS</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>RÉCENTS</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Oublier ceux-ci</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>Ne plus retenir aucun de ces fichiers et flux</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>Montrer l’exemple, qui ne demande pas de caméra</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>Adresse rtsp:// ou http://, puis Entrée</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>L’adresse d’une caméra réseau ou d’un flux&#xa0;; Entrée l’ouvre</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>Adresse du flux</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>Aucune caméra n’a été trouvée. Branchez-en une&#xa0;; elle s’affichera ici aussitôt.</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>Rouvrir {name}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV (brut)</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY (brut)</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12 (brut)</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>D’où vient l’image. Ouvrir un fichier</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>Voir ce que voit chaque caméra, et ce qui était ouvert avant</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>Parcourir les sources</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>Résolution de la caméra</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>Cadence de la caméra</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>Format des pixels</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>D’après son pilote</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>Montrer l’image comme un miroir&#xa0;; les enregistrements ne sont pas inversés</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Miroir</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Champ de vision</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>La largeur que voit la caméra, d’un bord à l’autre&#xa0;; elle place les personnes à la bonne distance</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>La caméra donne {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>Exemple (sans caméra)</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Première caméra</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Fichier…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>Flux…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>Pixels demandés à la caméra&#xa0;; dessous, ce qu’elle donne</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>Images par seconde demandées à la caméra&#xa0;; dessous, ce qu’elle donne</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>Comment la caméra doit envoyer les pixels ; dessous, ce qu’elle donne</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>Seule une caméra peut recevoir une autre résolution, cadence ou un autre format</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>Prise&#xa0;: date et heure</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>Le nom des enregistrements à partir de maintenant, chacun avec son numéro, comme «&#xa0;marche 01&#xa0;». Vide, ils portent la date et l’heure</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>Nom des prises</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sans délai</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Compte à rebours</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>La durée du compte à rebours avant le début d’un enregistrement</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Ce que le programme voit</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>Chaque personne devant la caméra, ou dans une vidéo que vous ouvrez, reçoit un corps en trois dimensions, dessiné sur l’image à mesure qu’elle bouge. Cet ordinateur fait tout lui-même.</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>Ce que le programme garde</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>Rien, tant que vous ne le demandez pas. {key} enregistre l’image. Un enregistrement contient des corps et aucune image, sauf si vous le choisissez dans les réglages. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>Comment enregistrer</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>Le bouton rouge ou {record} commence et termine un enregistrement. {recordings} affiche ce que vous avez enregistré, pour le regarder, l’affiner et l’exporter. {keys} affiche toutes les touches.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>La carte suivante</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number} sur {cards}&#xa0;: {heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Pas encore d’enregistrement</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>Dans la fenêtre en direct, appuyez sur {key} pour enregistrer les personnes que vous voyez, et de nouveau sur {key} pour arrêter. Les enregistrements sont gardés dans le dossier «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Retour au direct</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>Ouvrir un enregistrement qui se trouve ailleurs</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>Certaines images de cet enregistrement sont endommagées</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>Copier ce qui est intact dans un nouvel enregistrement</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>En cours d’enregistrement</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>Cet enregistrement pourra être lu une fois arrêté.</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>Lecture impossible</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>Cet enregistrement est endommagé</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>Il a été interrompu ou modifié sur le disque. Réparer copie ce qui est intact dans un nouvel enregistrement et laisse celui-ci tel quel.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>Supprimer cet enregistrement</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>L’enregistrement lui-même reste tel quel&#xa0;; {key} l’affiche, et de nouveau {key} le mouvement affiné.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>L’écrire au format d’un autre programme</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>Affiné</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>«&#xa0;{name}&#xa0;» et sa vidéo iront à la corbeille.</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>«&#xa0;{name}&#xa0;» ira à la corbeille.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>Supprimer cet enregistrement&#xa0;?</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>Le mettre à la corbeille</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Le laisser où il est</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>Il n’y a pas de corbeille ici</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être mis à la corbeille. Supprimé définitivement, il ne pourra pas être récupéré.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>C’est sans retour</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x, droite</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y, bas</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z, profondeur</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>Lecture des articulations…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>Il n’y a personne dans cet enregistrement</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>Cette articulation n’a pas d’angle&#xa0;; les coudes, genoux, hanches et épaules en ont un</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>Courbes d’une articulation</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>Personne des courbes</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>À qui est l’articulation</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Articulation</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>L’articulation affichée</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grandeur</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>Où est l’articulation, vue de la caméra, ou à quelle vitesse elle bouge</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Sauver les valeurs</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>Écrire ces courbes, du point d’entrée au point de sortie, dans un tableau (CSV)</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>«&#xa0;Affiner&#xa0;» ({key}) ajoute la courbe affinée</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>absente</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>Noms d’origine des os</translation>
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
        <translation>Pose d’origine</translation>
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
        <translation>Exporter {name}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>Nécessite {package}&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>La personne à exporter</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>Ce qu’il faut exporter&#xa0;: entre les points d’entrée et de sortie du lecteur, ou tout</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>De {start} à {end}</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>Tout l’enregistrement</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>Comme enregistré, {rate} par seconde</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} par seconde</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>D’où une vidéo montre les personnes</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>Comme la caméra les voyait</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>Sur la vidéo gardée</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>En orbite, comme réglé à présent</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>Où est l’origine, et où est l’avant</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>Au sol sous le premier pas, face à l’avant</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>La caméra</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>Noms des os</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>Selon quel programme les os sont nommés</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>Pose de repos</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>La pose dans laquelle les os et la peau reposent&#xa0;; le mouvement reste</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>Affiner le mouvement</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>Lisser sans retard, combler les courtes lacunes, tenir immobiles les pieds posés&#xa0;; l’enregistrement reste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>Os</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Voir dans le dossier</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Afficher ce qui a été écrit dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>Choisir un endroit et l’y écrire</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>Ce format garde les instants enregistrés</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>L’origine de ce format est toujours la même</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>Ce format n’a pas d’os à nommer</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>D’où la vidéo montre les personnes</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>Ce format contient les maillages ou les os eux-mêmes, à regarder de partout</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Écriture de {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>Écrit&#xa0;: {names} et %n autre fichier.</numerusform>
            <numerusform>Écrit&#xa0;: {names} et %n autres fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>Écrit&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Arrêter&#xa0;; rien n’est écrit</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>Lisser le mouvement, combler les courtes lacunes et tenir immobiles les pieds posés&#xa0;; l’enregistrement reste</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>Corriger qui est qui&#xa0;: échanger, réunir ou séparer des personnes&#xa0;; l’enregistrement reste</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>Où était une articulation au fil du temps, enregistrée et affinée</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Affiner</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>Qui est qui</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Modèle {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>Aucun enregistrement n’est ouvert</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>Cet enregistrement ne peut pas être lu</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>Afficher le mouvement enregistré</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>Afficher le mouvement affiné</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>Une autre tâche est déjà en cours</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>Nom de l’enregistrement</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Entrée prend le nom, Échap laisse l’ancien</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>Supprimer ({delete})&#xa0;; {undo} le récupère</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>%n perdue</numerusform>
            <numerusform>%n perdues</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>Le mouvement est en cours d’affinage</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Réparation</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>%n image perdue&#xa0;: {cause}</numerusform>
            <numerusform>%n images perdues&#xa0;: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>Les valeurs n’ont pas pu être enregistrées&#xa0;: {why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>Personnes de {name}</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>De qui il s’agit</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>Et de qui encore</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>À partir de {moment}, chacune des deux est l’autre</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>Tout ce qui est à l’autre est à cette personne&#xa0;; elles ne doivent jamais être là toutes les deux</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>À partir de {moment}, c’est une autre personne, avec son propre numéro</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Annuler la dernière étape</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>Reprendre la dernière correction</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>L’échange et la séparation valent à partir de {moment}, l’instant affiché. L’enregistrement reste tel quel&#xa0;: les corrections sont écrites à côté.</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>Choisissez deux personnes.</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>Personnes {one} et {other} échangées à partir d’ici</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>La personne {other} est maintenant la personne {one}</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>La personne {one} est la personne {other} à partir d’ici</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>Dernière étape annulée</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>Impossible de l’écrire à côté de l’enregistrement&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>Ouvrir le dossier des enregistrements dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>Impossible de le renommer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le récupérer</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>{name} mis à la corbeille</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>Impossible de le récupérer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>{name} récupéré</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>Impossible de le supprimer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} supprimé</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>Choisir avec {previous} et {next}, lire avec Entrée</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>aucune personne</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
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
        <translation>les deux pieds posés</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>pied gauche posé</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>pied droit posé</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>aucun pied posé</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>Collines : vitesse moyenne des articulations, jusqu’à {fastest} m/s
Barre : où la personne est présente ; vide où elle ne l’est pas, blanc où c’est comblé
Deux lignes dessous : où le pied gauche est posé, et le droit
Traits en haut : où des images ont été perdues</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>comblé</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>Glisser pour parcourir&#xa0;; {back} et {on} vont image par image, {beginning} et {end} aux extrémités</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Personne à cet instant</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Non exporté</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>Sur la vidéo</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>Comme la caméra l’a vu</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>Vidéo et maillage côte à côte</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>Aucune vidéo n’a été gardée avec cet enregistrement&#xa0;; activez «&#xa0;Garder la vidéo&#xa0;» avant d’enregistrer</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>Les exports commencent ici&#xa0;; appuyer de nouveau pour l’enlever</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>Point d’entrée</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>Les exports finissent ici&#xa0;; appuyer de nouveau pour l’enlever</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>Point de sortie</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>Lire encore et encore</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>L’instant affiché, et la durée</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>La vitesse de lecture ({slower} et {faster})</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Arrêter ceci</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Mettre en pause ou continuer</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>Enregistrer ou arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Inverser l’image en miroir</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>Détails des temps</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>Ouvrir ou fermer les réglages</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Aller aux réglages</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>Parcourir les caméras et les autres sources</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>Afficher les enregistrements</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>Orbite&#xa0;: tourner à gauche</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>Orbite&#xa0;: tourner à droite</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>Orbite&#xa0;: tourner vers le haut</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>Orbite&#xa0;: tourner vers le bas</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Une seconde en arrière</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Une seconde en avant</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Aller au début</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>Point d’entrée&#xa0;: les exports commencent ici</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>Point de sortie&#xa0;: les exports finissent ici</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Lire plus lentement</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Lire plus vite</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>L’enregistrement au-dessus</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>L’enregistrement au-dessous</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>Courbes d’une articulation, enregistrée et affinée</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>Corriger qui est qui</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Récupérer ce qui a été supprimé en dernier</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>Orbite&#xa0;: s’approcher</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>Orbite&#xa0;: s’éloigner</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>Fermer ce qui est ouvert, ou quitter</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Afficher ces touches</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>a key</comment>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a key</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a key</comment>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>a key</comment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>a key</comment>
        <translation>Maj</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <comment>keys</comment>
        <translation>{one} ou {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text} ({keys})</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Détails de l’erreur</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>Ce que dirait un rapport</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>Afficher ou masquer ce qui s’est passé exactement</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>Glisser pour parcourir&#xa0;; les points d’entrée et de sortie choisissent ce qui est affiché</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>Cheville droite</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>Genou droit</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>Hanche droite</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>Poignet droit</translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation>Coude droit</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>Épaule droite</translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation>Cheville gauche</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>Genou gauche</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>Hanche gauche</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>Poignet gauche</translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation>Coude gauche</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>Épaule gauche</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cou</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>Poignet</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>Pouce</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Majeur</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Annulaire</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>Auriculaire</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>EN DIRECT</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>ENREGISTREMENTS</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>PARTOUT</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Les touches et ce qu’elles font</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Image en direct</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>Maillage seul</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>En orbite</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text} ({key} pour la vue suivante)</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>Arrêtez d’abord l’enregistrement</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>Rouvrir la caméra</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>Supprimer l’enregistrement de la dernière visite</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Quitter le programme</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>Attendre son tour</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Trouver les gens</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Maillage</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisser</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Mains</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>Un problème inattendu est survenu dans le programme. Un rapport aide à le corriger.</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} existe déjà et ne contient pas de JSON&#xa0;; indiquez un autre fichier.</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>Le modèle nomme {0} articulations, mais le squelette «&#xa0;{1}&#xa0;» se dessine à partir des {2} premières&#xa0;; exportez de nouveau le modèle avec elles.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>Les personnes {0} et {1} sont toutes deux dans {2} images, ce n’est donc pas la même&#xa0;; séparez-les d’abord là où elles changent.</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>À partir de l’image {0}, {1} ne peut pas être {2}&#xa0;: {3} doit être là, et {4} nulle part.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>Les personnes {0} et {1} ne sont pas toutes deux là à partir de l’image {2}&#xa0;; choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>{0}, qui dit qui est qui, ne peut pas servir ({1})&#xa0;; corrigez ou supprimez ce fichier.</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>Les noms {0} sont pour des corps entiers&#xa0;; exportez celui-ci avec --names anny.</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>Une vue ou un rendu est pour mp4&#xa0;; {0} contient les maillages ou les os eux-mêmes.</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>Les influences sont pour {0}&#xa0;; {1} ne contient pas de maillage que des os font bouger.</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>Les noms et les poses de repos des os sont pour {0}&#xa0;; {1} n’en a pas à choisir.</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>L’origine de {0} est toujours la même&#xa0;; ne l’indiquez pas, ou exportez l’un de {1}.</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} ne finit pas par {1}&#xa0;; nommez le fichier comme son format le demande.</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>{0} n’a personne dans cette partie, il n’y a donc rien à exporter.</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>{0} ne contient personne, il n’y a donc rien à exporter.</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>dans cette partie</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0} ne contient pas de personne {1}{2}&#xa0;; il a {3}.</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} est la vidéo gardée avec {1}&#xa0;; indiquez un autre fichier.</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} existe déjà&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender, Unreal, Unity&#xa0;: maillage, squelette et mouvement dans un seul fichier</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>Streaming, mondes virtuels&#xa0;: le corps comme avatar, sans mouvement</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya, Houdini, Unreal&#xa0;: maillage et squelette en OpenUSD</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>Points USD</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini&#xa0;: la surface image par image, sans os</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>Transfert de mouvement&#xa0;: les os seuls</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python&#xa0;: chaque nombre dans des tableaux, poses comme dans AMASS</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>Tableurs, pandas&#xa0;: articulations et angles, une ligne par personne et par image</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV, long</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R, seaborn, tableaux croisés&#xa0;: de même, une ligne par articulation</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender et 3ds Max&#xa0;: la surface image par image en cache de points</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>Tout le reste&#xa0;: un dossier avec un maillage par image</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab, CloudCompare, Open3D&#xa0;: de même, plus petit et sans arrondi</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>Un lecteur ou une diapositive&#xa0;: une vidéo du maillage</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>À {0} images par seconde, personne n’est jamais là&#xa0;; choisissez une cadence plus élevée.</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>La vidéo de {0} n’a pas été gardée, ou n’est plus là&#xa0;; exportez les maillages seuls.</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>Seuls les corps entiers ont une pose en {0}&#xa0;; exportez celui-ci avec --rest own.</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>Écrire en USD demande sa bibliothèque&#xa0;: lancez {0}.</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>{0} ne peut pas être écrit&#xa0;; libérez de l’espace, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>Un avatar se fait à partir du corps ouvert seulement, libre pour tous&#xa0;; la licence de «&#xa0;{0}&#xa0;» est autre. Exportez plutôt en glb.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>Un nom demande au moins une lettre ou un chiffre, sans point devant.</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>Un nom ne peut pas contenir {0}&#xa0;; enlevez cela.</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>Ce nom est trop long&#xa0;; {0} lettres sont le maximum.</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>Il y a déjà un fichier {0}&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>Il n’y a pas d’enregistrement {0}&#xa0;; indiquez le chemin d’un fichier .h5.</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} est trop endommagé pour être réparé&#xa0;: le lire interrompt ou bloque le programme qui le fait.</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>il est tronqué ou endommagé</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>sa lecture ne se termine pas en {0} s</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>sa lecture interrompt le programme qui la fait</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>Le processus qui examine les enregistrements ne démarre pas&#xa0;; libérez de la mémoire, ou réinstallez le programme.</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>Le squelette n’a pas d’os de jambe connus ici du côté {0}&#xa0;; les pieds ne peuvent donc pas être tenus.</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>Tremblement&#xa0;: de {0} à {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>de {0} à {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>Glissement des pieds posés&#xa0;: {0} (pendant {1} s)</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>Lacunes comblées : aucune</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>Lacunes comblées : {0} images ({1} s)</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>Lacunes plus longues, laissées : {0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>Articulations déplacées&#xa0;: {0} mm en moyenne</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>Personne {0}, {1} images&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Personne {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>Sans corps entier ({0}), il n’y a pas de sol&#xa0;; laissez l’origine à la caméra.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>Le corps «&#xa0;{0}&#xa0;» de cet enregistrement n’est pas installé&#xa0;; importez de nouveau le modèle {1}, ou exportez en npz, csv, obj, ply ou pc2, qui s’en passent.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>Le corps «&#xa0;{0}&#xa0;» n’a pas d’os ici, et ce format en a besoin&#xa0;; exportez en npz, csv, obj, ply ou pc2.</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0} dure {1} s&#xa0;; commencez avant cela, et non à {2} s.</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>La fin à {0} s est avant le début à {1} s&#xa0;; indiquez une fin plus tardive.</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0} n’a pas d’image entre {1} et {2} s&#xa0;; indiquez un passage plus long.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} est endommagé&#xa0;; {1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} ne convient pas&#xa0;: {1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0} ne contient pas {1}&#xa0;; il a {2}.</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} est en cours d’enregistrement&#xa0;; il pourra être lu une fois l’enregistrement arrêté.</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} n’est pas un enregistrement&#xa0;; indiquez un fichier .h5 que ce programme a enregistré.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} est endommagé ({1})&#xa0;; {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} ne peut pas être lu comme enregistrement ({1})&#xa0;; {2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>essayez&#xa0;: {0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>traitement trop tardif</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>lecture impossible</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>disque trop lent</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>machine trop occupée pour écrire</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>Les prises ne peuvent pas s’appeler {0}. {1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0} contient trop d’enregistrements de {1}&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>L’enregistrement a échoué ({0})</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>Le disque a eu une défaillance ({0})</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>rien n’avait encore été enregistré</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} a été supprimé pendant son enregistrement</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>il n’en reste rien</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>ce qui avait été enregistré jusque-là est gardé dans {0}</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0} et {1} étaient endommagés</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>rien n’a été perdu</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>perdu en partie&#xa0;: {0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>Sauvé dans {2}&#xa0;: {0} avec {1}&#xa0;; {3}.</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} est vide, il n’y a donc rien à sauver.</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} existe déjà et reste tel quel&#xa0;; indiquez un autre fichier avec -o.</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>Aucune image de {0} n’est intacte, rien n’a donc été sauvé.</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>{0} n’a pas pu être écrit ({1})&#xa0;; libérez de l’espace, ou indiquez un autre endroit avec -o.</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>Les triangles de l’enregistrement sont perdus, ses maillages ne peuvent donc pas être sauvés&#xa0;; importez de nouveau son modèle et répétez la réparation.</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>Rien ne peut être enregistré dans {0} ({1})&#xa0;; choisissez un autre dossier ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} n’est pas un enregistrement, ou son début est trop endommagé pour être réparé.</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} est un fichier HDF5, mais pas un enregistrement de ce programme.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} n’est pas un enregistrement, ou sa table des matières est perdue.</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>il demande plus de mémoire qu’un enregistrement n’en a besoin</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>sa table des matières est perdue</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} existe déjà&#xa0;; indiquez un autre fichier où enregistrer.</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>La vidéo {0} ne peut pas être créée ({1}).</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>La vidéo {0} finit trop tôt ({1})&#xa0;; les maillages ne sont pas touchés.</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>son type est inconnu</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>L’image {0} n’a pas pu être écrite ({1})&#xa0;; choisissez un autre endroit ou une autre extension.</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>La vidéo {0} n’a pas pu être écrite ({1})&#xa0;; choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>La vidéo {0} n’a pas pu être écrite&#xa0;: OpenCV n’a pas d’encodeur MPEG-4 ici&#xa0;; réinstallez opencv-python et av depuis PyPI.</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>La vidéo {0} n’a pas pu être écrite en entier&#xa0;; libérez de l’espace ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>L’enregistrement {0} ne peut pas être créé ({1}).</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>Le maillage a {0} nombres, l’enregistrement a été fait pour {1}&#xa0;; commencez un nouvel enregistrement après avoir changé de modèle.</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>n’a pas encore chargé le modèle</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>a un autre {0} de version {1} (sha256 {2}, et non {3})&#xa0;; {4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>récrivez ses fichiers avec «&#xa0;{0} models serve-files&#xa0;»</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>rien de ce nom</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>{0} {1} pour {2}, le modèle {3} de {4}&#xa0;; {5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>répond trop tard</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>n’a pas de modèle {0} de version {1}&#xa0;; {2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>ne laisse entrer personne sans le bon jeton&#xa0;; définissez FASTMETRO_SERVER_TOKEN</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>présente un certificat qui n’est pas reconnu&#xa0;; indiquez le fichier de la racine avec --server-ca</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>refuse de calculer ({0})&#xa0;; consultez son journal</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>n’arrive pas à calculer ({0})</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>répond avec {0} qui ne peut pas être lu</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>ne donne pas {0}&#xa0;; récrivez ses fichiers</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>répond {0} en {1} de {2}, et non {3}&#xa0;; récrivez ses fichiers</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Recherche du serveur</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>Recherche du serveur {0}.</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>ne peut pas être interrogé</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>Serveur {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>Le serveur {0} calcule.</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · les images quittent cette machine</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>Le serveur {0} calcule&#xa0;; les images des personnes quittent cette machine.</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>donne d’autres résultats que cette machine&#xa0;; consultez son journal</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>met {0} ms à répondre, et une image dure {1} ms</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>Serveur {0}&#xa0;; cette machine calcule</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>Le serveur {0} {1}.</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>répond dans d’autres formes que celles du modèle&#xa0;; récrivez ses fichiers</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>Il n’y a pas de CUDA sur macOS.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>La version installée d’ONNX Runtime est pour le CPU&#xa0;; lancez {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0} a laissé tout le modèle au CPU.</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0} n’a pas pu charger le modèle ({1}).</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>Le détecteur {0} manque dans assets/&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>Le détecteur {0} est endommagé&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}&#xa0;; omettez --device {1} pour utiliser le CPU.</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{0} a échoué à son autotest sur {1} ({2}).</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{0} a donné sur {1} d’autres résultats que le CPU à son autotest&#xa0;; mettez à jour le pilote graphique.</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} ne peut pas être exécuté, il est donc endommagé&#xa0;; téléchargez ou exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} ne calcule pas de nombres, ses poids sont donc endommagés&#xa0;; téléchargez ou exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>{0} a mis {1} ms à l’autotest, {2} {3} ms.</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>Le GPU a cessé de fonctionner&#xa0;; redémarrez le programme pour l’essayer de nouveau.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>Cela a été demandé.</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>Chargement du modèle de maillage</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>Chargement du détecteur de personnes</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>Chargement du lecteur de mains</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>Ouverture de la source</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>Préparation du dessin</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>La caméra {0} ne donne pas d’images.</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>Fermeture de la source précédente</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>Chargement des parties du programme</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>Il n’y a encore rien à enregistrer&#xa0;; attendez l’image.</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>Aucune caméra n’a été trouvée&#xa0;; branchez-en une, ou choisissez à la place un fichier vidéo ou «&#xa0;sample&#xa0;».</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>les caméras ici sont {0}</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>aucune caméra n’a été trouvée sur cette machine</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>Il n’y a pas de caméra {0}&#xa0;; {1}. Choisissez-en une autre, un fichier vidéo ou «&#xa0;sample&#xa0;».</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>Les caméras ici sont {0}.</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>Aucune caméra n’a été trouvée sur cette machine.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>«&#xa0;{0}&#xa0;» n’est ni un fichier, ni un dossier, ni une URL, ni le nom d’une caméra.{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>{0} (caméra {1}) n’a pas pu être ouverte&#xa0;; fermez les autres programmes qui l’utilisent, ou choisissez une autre caméra, un fichier vidéo ou «&#xa0;sample&#xa0;».</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} par seconde</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} n’a pas pu être lu comme vidéo&#xa0;; le fichier est endommagé ou d’un autre type. Convertissez-le, par exemple en MP4.</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} ne contient aucune image lisible&#xa0;; le fichier est endommagé ou vide.</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} a des images dont les couleurs ne peuvent pas être affichées&#xa0;; convertissez le fichier, par exemple en MP4 avec H.264.</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} est une liste d’autres fichiers&#xa0;; ouvrez plutôt l’un d’eux.</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>L’adresse {0} désigne un fichier de la machine {1}, et non de celle-ci&#xa0;; copiez-le d’abord ici.</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} est plus grand que l’espace libre ici&#xa0;; libérez d’abord de l’espace.</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} n’a pas pu être récupéré en entier&#xa0;; téléchargez-le et indiquez le fichier.</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>Aucune image du dossier {0} ne peut être lue&#xa0;; enregistrez-les en JPEG ou en PNG.</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>Le dossier {0} contient des vidéos et aucune image&#xa0;; indiquez l’une d’elles, ou suivez-les toutes avec «&#xa0;{1} batch {2} --out RESULTS&#xa0;».</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>Le dossier {0} ne contient aucune image&#xa0;; choisissez-en un avec des fichiers JPEG ou PNG.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0} est un tube ou un périphérique et non un fichier&#xa0;; indiquez un fichier, ou une caméra par son numéro.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>Il n’y a pas de fichier ni de dossier {0}&#xa0;; vérifiez le nom.</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0} n’est pas un dossier d’images, tel que --frames-at en demande un.</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} est une photo HEIC, qui ne peut pas être lue ici&#xa0;; enregistrez-la en JPEG ou en PNG.</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>{0} n’a pas pu être lu ({1}).</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} n’est pas une image lisible&#xa0;; choisissez un fichier JPEG, PNG, WebP, AVIF ou TIFF.</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} annonce plus de {1} millions de pixels&#xa0;; réduisez l’image.</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>L’exemple {0} manque dans assets/&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0} n’est pas une adresse comme 127.0.0.1 ou 127.0.0.1:{1}&#xa0;; indiquez un hôte, et un port de 1 à {2}.</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0} n’est ni un port comme 8080, ni une adresse de cette machine avec un port, comme 0.0.0.0:8080&#xa0;; indiquez un port jusqu’à {1}.</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>Quiconque sur ce réseau a cette adresse voit l’image.</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>En attente de la première image.{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>Personne ne regarde.{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0} n’est pas une adresse de cette machine&#xa0;; indiquez 0.0.0.0 pour toutes, ou le port seul.</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>Le port {0} est utilisé par un autre programme&#xa0;; indiquez-en un autre, par exemple {1}.</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>Ce système ne laisse pas les programmes écouter sur le port {0}&#xa0;; indiquez-en un à partir de 1024.</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>Impossible d’écouter sur {0} ({1})&#xa0;; indiquez une autre adresse ou un autre port.</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>L’envoi aux avatars (VMC) demande python-osc&#xa0;: lancez {0}.</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>Recherche de {0}.</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>Envoi à {0}, {1} par seconde.</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>Impossible d’envoyer à {0} ({1})&#xa0;; vérifiez le nom de l’hôte, ou indiquez son numéro.</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>L’envoi à {0} s’est arrêté de façon inattendue&#xa0;; effacez l’adresse et saisissez-la de nouveau.</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>Le corps {0} du modèle n’a pas de squelette qu’un avatar puisse prendre&#xa0;; choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>Envoi à {0}.</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>Personne à envoyer à {0}.</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>Aucun code temporel n’a été vu dans {0} images&#xa0;; dirigez la caméra vers cet écran, de sorte que sa moitié gauche soit grande et nette dans l’image, et réessayez.</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0} ne contient aucune image.</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>L’icône {0}.svg ne peut pas être dessinée&#xa0;; restaurez-la dans assets/icons.</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}&#xa0;; choisissez un autre fichier ou un autre endroit.</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0} est un dossier&#xa0;; indiquez le fichier lui-même.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0} est un tube ou un périphérique et non un fichier&#xa0;; indiquez le fichier lui-même.</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0} est un dossier&#xa0;; indiquez un fichier à écrire, par exemple dans ce dossier.</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>Il n’y a pas de dossier {0} où écrire {1}&#xa0;; créez-le d’abord.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>Le fichier {0} du programme manque&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>Le fichier {0} du programme est endommagé ({1})&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>Le gabarit du corps {0} manque&#xa0;; restaurez-le ou importez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} n’est pas un gabarit de corps ({1})&#xa0;; importez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} n’est pas un gabarit de corps (il y manque {1})&#xa0;; importez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>Mannequin</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>Argile</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>Figurine</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>Hologramme</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>Filaire</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>Sur macOS, OpenGL ne fonctionne que dans le fil principal d’un programme&#xa0;; dans la fenêtre et en direct, le processeur dessine donc un maillage plus simple&#xa0;; «&#xa0;{0} run FILE --video OUT.mp4&#xa0;» dessine l’habituel.</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>Le shader {0} du programme manque&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>OpenGL n’a pas pu démarrer ({0}), le processeur dessine donc un maillage plus simple&#xa0;; sur Linux, installez libegl1, libgl1, libgl1-mesa-dri et libxrender1, ailleurs mettez à jour le pilote graphique.</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>Une image de {0}x{1} pixels est plus grande que ce qu’OpenGL dessine sur cette machine ({2})&#xa0;; réduisez-la.</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>Un maillage de forme {0} a été donné à un moteur de rendu de ({1}, 3).</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>Le fichier {0} du lecteur de mains manque dans assets/&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>Le fichier {0} du lecteur de mains est endommagé&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>Le détecteur {0} manque dans {1}/&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} est un autre réseau que celui du détecteur&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} donne {1} de {2}, sa fiche et son gabarit disent {3}&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>Il manque à {0} la sortie {1}&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} demande l’entrée {1}, dont sa fiche ne dit rien&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>Il manque à {0} l’entrée {1}&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} prend l’entrée {1} de {2}, sa fiche dit {3}&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} n’est pas le corps pour lequel {1} a été fait&#xa0;; restaurez les deux fichiers ou importez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>Il manque à {0} les repères selon lesquels {1} est recadré&#xa0;; importez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0} n’est pas installé&#xa0;; lancez {1}.</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>{0} n’a pas pu être chargé ({1}).</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0} n’a trouvé aucun GPU utilisable&#xa0;; mettez à jour le pilote graphique.</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>Le modèle fourni {0} manque dans assets/&#xa0;; restaurez-le.</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>Il n’y a pas de fichier de modèle {0}&#xa0;; vérifiez le nom.</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>Il n’y a pas de modèle appelé «&#xa0;{0}&#xa0;»&#xa0;; installés&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>Le modèle {0} n’a pas pu être lu ({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} est endommagé ou n’est pas un fichier ONNX&#xa0;; téléchargez ou exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} est un fichier ONNX d’un autre type&#xa0;: il n’a pas de fiche «&#xa0;{1}&#xa0;»&#xa0;; créez-en un avec python -m models.export, ou choisissez un modèle que «&#xa0;{2} models&#xa0;» énumère.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} ne peut pas servir&#xa0;: {1}&#xa0;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0} {1}&#xa0;; ne l’utilisez qu’une fois corrigé par son auteur.</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>ne se termine pas en {0} s</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>interrompt le programme qui l’exécute</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>Le processus qui essaie les modèles ne démarre pas&#xa0;; libérez de la mémoire, ou réinstallez le programme.</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>prend plus de {0} GB de mémoire</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>aucun fichier ni dossier de ce nom</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>n’est pas un dossier</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>est un dossier</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>plus d’espace sur le disque</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
</context>
</TS>

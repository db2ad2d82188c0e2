<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>Too many tries; wait %n second</numerusform>
            <numerusform>Too many tries; wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>Wrong; %n try left</numerusform>
            <numerusform>Wrong; %n tries left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n mesh</numerusform>
            <numerusform>%n meshes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>%n viewer</numerusform>
            <numerusform>%n viewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>Length and size of the recording; %n frame was left out</numerusform>
            <numerusform>Length and size of the recording; %n frames were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>%n picture with a code (Esc ends)</numerusform>
            <numerusform>%n pictures with a code (Esc ends)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>encoding was too slow to keep the pictures of {missing} of %n frame</numerusform>
            <numerusform>encoding was too slow to keep the pictures of {missing} of %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n frame replaced by newer ones</numerusform>
            <numerusform>%n frames replaced by newer ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>Wrote {names} and %n more.</numerusform>
            <numerusform>Wrote {names} and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>%n lost</numerusform>
            <numerusform>%n lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>%n frame lost: {cause}</numerusform>
            <numerusform>%n frames lost: {cause}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
</TS>

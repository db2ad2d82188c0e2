<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>방문객을 기다리는 부스</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>스태프 PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>시도가 너무 많았습니다. %n초 기다리세요</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>맞지 않습니다. %n번 더 시도할 수 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>첫 번째 카메라</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>카메라 없음, 샘플 재생 중</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>영상 없음</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>초당 {rate}프레임</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>메시</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>작동 시간</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>보관된 방문</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>마지막 삭제</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>다시 시작 횟수</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time}시간</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>스태프</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>사진을 찍기까지 남은 초</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>남은 것 없음</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>아직 다 지우지 못함</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>지울 것이 없었음</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>알 수 없는 이유</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>프레임 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>메시 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>시청자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>시스템에 맞춰 어둡게 또는 밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>어두운 바탕에 밝은 글자</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>밝은 바탕에 어두운 글자</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>보통 크기의 글자</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>7분의 1만큼 더 큰 글자</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>3분의 1만큼 더 큰 글자</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>움직임 끄기</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>창의 어떤 것도 스스로 움직이지 않게 하기</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>이 창의 언어. 다른 언어로 바꾸면 창이 다시 열립니다</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템에 맞춤</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>여는 중…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>지금 표시 중</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>{camera}에 보이는 영상 표시. {facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>사용 중: {programs}</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>다른 프로그램이 사용 중일 수 있음</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>영상이 나오지 않음</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>영상을 PNG로 저장</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>컨트롤</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>다음 보기</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>녹화 목록</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>아직 저장할 영상이 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>아직 일시 정지할 것이 없습니다</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>영상 멈추기</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>전체 화면 나가기</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>보기: {view}. 다음 보기</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>보기: {view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>녹화 중지</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>녹화</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>먼저 녹화를 중지한 다음({stop}) 살펴보세요({look})</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>녹화의 길이와 크기. 빠진 프레임 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>녹화가 시작되기까지 남은 초</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live: 카메라에서 화면까지의 지연 시간</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state}(Esc로 끝내기)</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>카메라를 기다리는 중</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>카메라를 이 화면으로 향하세요. 왼쪽의 사각형이 또렷해야 합니다(Esc로 끝내기)</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>코드가 있는 영상 %n장(Esc로 끝내기)</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>영상에서 충분히 크게 보이는 손의 손가락을 프레임마다 한 손씩 읽음. 시간이 더 걸림</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>이 모델의 몸에는 손가락 뼈가 없습니다</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>손가락</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>프레임당 약 {ms} ms</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>관절의 움직임</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>곡선 닫기</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>최근 몇 초 동안 관절의 {quantity}</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>녹화 중 {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>최근 1분</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>최근 1분: 촬영부터 화면 표시까지의 시간을 단계별로, 초당 영상 수를 선으로 표시</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>녹화 폴더를 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>스냅샷과 녹화를 저장할 곳 선택</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>여기서는 OpenGL이 작동하지 않아 메시를 더 단순하게 그립니다</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>카메라 연결이 끊겨 다시 시도하는 중입니다</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>카메라가 없어 샘플 클립을 재생합니다. 카메라를 연결하거나, 카메라를 쓰는 프로그램을 닫으세요</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>디스크가 거의 찼습니다. 녹화에 쓸 공간: {size}</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>손이 보이지 않습니다</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>사람이 보이지 않습니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>바로 시도</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>보내는 내용 바꾸기</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>소스가 끝났습니다</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>카메라 다시 찾기</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>CPU로 실행 중</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>다른 폴더</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose}({key} 키로 닫기)</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>영상이 들어오지 않아 녹화된 것이 없습니다</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>{name} 녹화됨, {size} MB</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>녹화한 것 살펴보기</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>재생</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>인코딩이 느려 프레임 %n개 중 {missing}개의 영상을 남기지 못했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} 메시는 같고 속도만 느립니다. “{command}” 명령으로 도움이 될 방법을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>왜 CPU인가요?</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>카메라가 곧 다시 켜집니다.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>한 번 더 시도</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 선택</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>동영상 또는 사진 열기</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>샘플 사용</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>샘플 클립 표시</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>카메라 없음</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>기본 모델 사용</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>선택한 모델은 쓰지 않기</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>만든 이에게 보낼 수 있도록 일어난 일 복사</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>열 수 없습니다</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>제대로 되지 않았습니다</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>보고서가 클립보드에 있습니다</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>화면 표시</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>따라가는 사람이 없습니다</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>리더</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>숨김</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>녹화 중</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>{person}의 이름</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>이 창이 열려 있는 동안 이 사람에게 쓸 이름</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>리더로: {person}</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>가장 가까이 서 있는 사람을 리더로</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>이 사람이 있는 동안 리더로</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>{person} 숨기기</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>이 사람 다시 그리기</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>이 사람을 더 그리지 않기. 녹화에는 모두 남음</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>{person} 잊기</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>이름과 번호를 잊기. 거기 서 있는 사람은 새로운 사람이 됨</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>사람 {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>스냅샷과 녹화 폴더</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>소스가 보내는 초당 프레임 수</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>메시로 바뀌는 초당 프레임 수</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>화면에 새로 나오는 초당 영상 수</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>프레임 촬영부터 화면 표시까지: 프레임의 절반은 이보다 빠름</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % 이하</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>프레임 20개 중 1개는 촬영부터 화면 표시까지 이보다 오래 걸림</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>발 미끄럼</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>서 있는 동안 발이 미끄러지는 속도. 영상에 서 있는 발이 없으면 비어 있음</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>떨림</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>표시된 관절의 가속도: 실제 움직임과 떨림</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>네트워크 값</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>안정시키기 전, 네트워크가 내놓은 관절의 가속도</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>프레임 속도, 카메라에서 화면까지의 시간, 계산하는 장치. 자세히</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>아직 표시되는 것이 없습니다</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>초당 {rate}프레임, 카메라에서 화면까지 {latency}밀리초</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>속도와 지연 시간 자세히</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>촬영부터 화면 표시까지, 평균</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>더 새로운 프레임이 있어 건너뛴 카메라 프레임. 그래서 밀리지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>더 새로운 것으로 바뀐 프레임 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>촬영부터 화면 표시까지의 시간이 나뉘는 방식</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>아직 녹화할 것이 없습니다</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>스냅샷을 저장하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} 저장됨</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>보고서를 쓰지 못했습니다</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>보고서는 {name}입니다. 보내기 전에 읽어 보세요</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>아바타(VMC)</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1 입력 후 Enter</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>VSeeFace나 Warudo처럼 아바타를 보여 주는 프로그램의 주소: HOST 또는 HOST:PORT. 가장 가깝고 가운데에 있는 사람의 뼈만 보내고 영상은 보내지 않습니다. 비워 두면 아무것도 보내지 않습니다</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>브라우저·OBS용 페이지</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080 입력 후 Enter</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>이 컴퓨터의 프로그램에 영상을 보여 주는 페이지의 포트. /mesh에서는 사람만 보여 줍니다. 0.0.0.0:8080으로 하면 이 네트워크에도 보여 줍니다. 비워 두면 아무것도 보여 주지 않습니다</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>패널 닫기</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>설정 닫기</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>동시에 따라가는 최대 인원</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>여러 명을 따라가려면 “최대”를 선택하세요</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>메시가 영상을 가리는 정도</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>영상 위에 그린 메시만 비쳐 보이게 할 수 있습니다</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>녹화({record})에는 메시, 관절, 카메라, 시간과 카메라에 보이는 동영상이 담기며, 이 컴퓨터에만 저장됩니다. 스냅샷({snapshot})에는 보이는 그대로의 영상이 담깁니다.</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>녹화({record})에는 메시, 관절, 카메라, 시간이 담기고 영상은 담기지 않습니다. 스냅샷({snapshot})에는 보이는 그대로의 영상이 담깁니다.</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>메시를 만드는 네트워크</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>기본 모델만 설치되어 있습니다. “main.py models import”로 다른 모델을 추가하세요</translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation>손</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation>손마다 다른 색</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>사람마다 다른 색</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>One</source>
        <translation>한 명</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>가장 가까운 한 명을 따라가기</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>여러 명을 동시에 따라가기. 한 명마다 시간이 더 걸림</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>동시에 따라갈 최대 인원</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>키</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>신발을 벗은 키. 크기와 거리가 추정이 아니라 정확해집니다. 여러 명이면 가장 가깝고 가운데에 있는 사람의 키입니다</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>메시</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>몸의 표면 그리기</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>스켈레톤</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>관절과 뼈 그리기</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>표면과 관절 그리기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>겹치기</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>영상 위에</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>단독</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>메시만</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>영상과 메시를 나란히</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>궤도</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>둘레에서 보기: 끌어서 돌리고, 휠로 가까이 가기</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>메시가 보이는 모양</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>따라가는 사람들을 색으로 구분</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>스무딩</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>안정은 덜 떨리고 늦게 따라가며, 빠름은 바로 따라감</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>빠름</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>필터의 수치 보이기 또는 숨기기</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>스냅샷과 녹화 폴더 선택</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>파일 관리자에서 폴더 열기</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>동영상도 보관</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>다음 녹화부터 카메라에 보이는 것을 메시 옆에 동영상 파일로 저장</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>창</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>모든 단축키의 기능 보기</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>문제 보고</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>버전, 주소와 이름을 뺀 설정, 로그의 끝부분을 파일 하나로 저장</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>필터 없음: 모든 프레임을 그대로 표시합니다.</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>추세 필터의 시간 상수: 몸 {body} ms, 깊이 방향 {depth} ms, 위치 {place} ms, 거리 {distance} ms. 고른 움직임에는 지연이 없습니다. 위의 지연은 초당 {rate}프레임에서 흔드는 손의 지연입니다.</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>소스 선택</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>카메라를 찾는 중…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>최근 항목</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>목록 지우기</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>이 파일과 스트림을 더 이상 기억하지 않기</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>샘플 클립</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>카메라가 필요 없는 샘플 클립 표시</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>rtsp:// 또는 http:// 주소, Enter</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>네트워크 카메라나 스트림의 주소. Enter를 누르면 열림</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>스트림 주소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>카메라를 찾지 못했습니다. 연결하면 바로 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>{name} 다시 열기</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV(무압축)</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY(무압축)</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12(무압축)</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>영상이 오는 곳. 파일 열기</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>카메라마다 보이는 영상과 이전에 열었던 것 보기</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>소스 둘러보기</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>카메라 크기</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>카메라 속도</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>픽셀 형식</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>드라이버가 알려 준 값</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>거울처럼 영상 표시. 녹화는 뒤집히지 않음</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>거울 모드</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>시야각</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>카메라가 좌우로 보는 넓이. 사람을 맞는 거리에 놓음</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>카메라 출력: {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>샘플(카메라 없음)</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>첫 번째 카메라</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>스트림…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>카메라에 요청하는 픽셀 수. 실제 값은 아래에 표시</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>카메라에 요청하는 초당 프레임 수. 실제 값은 아래에 표시</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>카메라에 요청하는 픽셀 전송 방식. 실제 값은 아래에 표시</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>크기, 속도, 형식은 카메라에만 요청할 수 있습니다</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>스트림</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>테이크: 날짜와 시간</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>지금부터 녹화에 쓸 이름. “걷기 01”처럼 번호가 붙음. 비워 두면 날짜와 시간이 이름이 됨</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>테이크 이름</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>바로</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>카운트다운</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>녹화 시작 전에 카운트다운하는 시간</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>보는 것</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>카메라 앞이나 연 동영상에 나오는 모든 사람에게 3차원 몸이 생기고, 움직이는 대로 영상 위에 그려집니다. 모두 이 컴퓨터에서 처리합니다.</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>저장하는 것</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>요청하기 전에는 아무것도 저장하지 않습니다. {key} 키는 영상을 저장합니다. 설정에서 따로 정하지 않으면 녹화에는 몸만 담기고 영상은 담기지 않습니다. 아무것도 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>녹화하는 방법</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>빨간 버튼이나 {record} 키로 녹화를 시작하고 끝냅니다. {recordings} 키를 누르면 녹화한 것을 보고, 다듬고, 내보낼 수 있습니다. {keys} 키는 모든 단축키를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>다음 카드</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number}/{cards}: {heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>아직 녹화가 없습니다</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>라이브 창에서 {key} 키를 누르면 보이는 사람들이 녹화되고, {key} 키를 다시 누르면 멈춥니다. 녹화는 “{folder}” 폴더에 보관됩니다.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>라이브로 돌아가기</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>다른 곳에 있는 녹화 열기</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>여는 중</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>이 녹화의 프레임 일부가 손상되었습니다</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>정상인 부분을 새 녹화로 복사</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>녹화 중</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>이 녹화는 중지한 뒤에 재생할 수 있습니다.</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>재생할 수 없습니다</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>이 녹화는 손상되었습니다</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>중간에 잘렸거나 디스크에서 내용이 바뀌었습니다. 복구하면 정상인 부분을 새 녹화로 복사하고, 이 녹화는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>이 녹화 삭제</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>녹화 자체는 그대로입니다. {key} 키를 누르면 녹화된 움직임이, {key} 키를 다시 누르면 다듬은 움직임이 나옵니다.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>다른 프로그램의 형식으로 저장</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>다듬음</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>“{name}” 녹화와 동영상을 휴지통으로 옮깁니다.</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>“{name}” 녹화를 휴지통으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>이 녹화를 삭제할까요?</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>있던 곳에 그대로 두기</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>여기에는 휴지통이 없습니다</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>“{name}” 녹화를 휴지통으로 옮길 수 없습니다. 완전히 삭제하면 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>완전히 삭제</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>되돌릴 수 없음</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x, 오른쪽</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y, 아래쪽</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z, 먼 쪽</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>관절을 읽는 중…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>이 녹화에는 사람이 없습니다</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>이 관절에는 각도가 없습니다. 팔꿈치, 무릎, 엉덩이, 어깨에만 있습니다</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>관절의 곡선</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>곡선을 볼 사람</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>누구의 관절인지</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>관절</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>표시할 관절</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>카메라에서 본 관절의 위치, 또는 움직이는 속도</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>값 저장</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>이 곡선을 인 포인트부터 아웃 포인트까지 표(CSV)로 저장</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>녹화됨</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>“다듬기”({key})를 누르면 다듬은 곡선이 더해집니다</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>뼈의 원래 이름</translation>
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
        <translation>고유 기본 포즈</translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation>T 포즈</translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation>A 포즈</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} 내보내기</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>{package} 필요: {command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>내보낼 사람</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>내보낼 구간: 플레이어의 인/아웃 포인트 사이, 또는 전체</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>{start}부터 {end}까지</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>녹화 전체</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>녹화된 대로, 초당 {rate}프레임</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>초당 {rate}프레임</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>동영상에서 사람들을 보는 방향</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>카메라가 본 대로</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>보관된 동영상 위에</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>둘레에서, 지금 설정대로</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>원점</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>원점의 위치와 앞쪽 방향</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>첫걸음 아래 바닥, 앞을 향함</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>뼈 이름</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>뼈에 쓸 이름의 종류</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>기본 포즈</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>뼈와 피부의 기본 포즈. 움직임은 그대로</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>움직임 다듬기</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>지연 없이 부드럽게 하고, 짧은 빈 구간을 채우고, 서 있는 발을 고정. 녹화는 그대로</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>뼈</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>저장된 파일을 파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>위치를 골라 저장</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>이 형식은 녹화된 시점을 그대로 씁니다</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>이 형식은 원점이 늘 같습니다</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>이 형식에는 이름을 붙일 뼈가 없습니다</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>동영상이 사람들을 보여 주는 방향</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>이 형식은 메시나 뼈 자체를 담고 있어 어디에서나 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 위치</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} 저장 중</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>중지했습니다. 저장된 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>{names} 외 파일 %n개를 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>저장했습니다: {names}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>중지. 아무것도 저장하지 않음</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>움직임을 부드럽게 하고, 짧은 빈 구간을 채우고, 서 있는 발을 고정. 녹화는 그대로</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>누가 누구인지 바로잡기: 사람을 서로 바꾸거나 합치거나 나눔. 녹화는 그대로</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>시간에 따른 관절의 위치, 녹화된 것과 다듬은 것</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>녹화</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>사람 구분</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>모델 {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>열린 녹화가 없습니다</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>이 녹화를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>녹화된 움직임 보기</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>다듬은 움직임 보기</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>다른 작업을 하는 중입니다</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>녹화 이름</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Enter는 이름 적용, Esc는 이전 이름 유지</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>삭제({delete}). {undo} 키로 되살림</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>%n개 손실</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>움직임을 다듬는 중</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>복구하는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>프레임 %n개 손실: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>녹화 열기</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>값을 저장하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>{name}의 사람들</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>바로잡을 사람</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>상대가 되는 사람</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>서로 바꾸기</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>{moment}부터 두 사람이 서로 바뀜</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>같은 사람</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>상대의 모든 부분이 이 사람이 됨. 둘이 함께 나오는 때가 없어야 함</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>새로운 사람</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>{moment}부터 따로 번호가 있는 다른 사람이 됨</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>마지막 단계 취소</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>마지막으로 바로잡은 것 되돌리기</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>서로 바꾸기와 나누기는 지금 표시된 {moment}부터 적용됩니다. 녹화는 그대로이고, 바로잡은 내용은 녹화 옆에 저장됩니다.</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>두 사람을 선택하세요.</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>여기부터 {one}번 사람과 {other}번 사람을 서로 바꿨습니다</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>이제 {other}번 사람은 {one}번 사람입니다</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>여기부터 {one}번 사람은 {other}번 사람입니다</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>마지막 단계를 되돌렸습니다</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>녹화 옆에 저장하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>라이브</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>파일 관리자에서 녹화 폴더 열기</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>이름을 바꾸지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>{name} 휴지통으로 옮김</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>되살리지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>{name} 되살림</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>삭제하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} 삭제됨</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>{previous}, {next} 키로 선택하고 Enter로 재생</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>video</source>
        <translation>동영상</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>사람 없음</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, in the letters of Qt</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>both feet stand</source>
        <translation>두 발 디딤</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>왼발 디딤</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>오른발 디딤</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>디딘 발 없음</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>언덕: 관절의 평균 속도(최대 {fastest} m/s)
막대: 사람이 있는 구간. 없으면 비어 있고, 채운 구간은 흰색
그 아래 두 줄: 왼발과 오른발을 디딘 구간
위쪽 눈금: 프레임이 손실된 곳</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>채운 구간</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>끌어서 훑어보기. {back}, {on} 키로 한 프레임씩, {beginning}, {end} 키로 양 끝으로 이동</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>여기에는 사람이 없음</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>내보내지 않음</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>동영상 위에</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>카메라가 본 대로</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>동영상과 메시를 나란히</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>이 녹화에는 보관된 동영상이 없습니다. 녹화하기 전에 “동영상도 보관”을 켜세요</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>플레이어</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>한 프레임 뒤로</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>한 프레임 앞으로</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>내보내기가 여기서 시작됨. 다시 누르면 지워짐</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>인 포인트</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>내보내기가 여기서 끝남. 다시 누르면 지워짐</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>아웃 포인트</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>계속 되풀이해 재생</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>현재 위치와 전체 길이</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>속도</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>재생 속도({slower}, {faster})</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>이 작업 중지</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>일시 정지 또는 계속</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>녹화 또는 녹화 중지</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>영상 저장</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>영상 좌우로 뒤집기</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>시간 자세히</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>설정 열기 또는 닫기</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>설정으로 이동</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>카메라와 다른 소스 둘러보기</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>녹화 목록 표시</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>둘레에서 보기: 왼쪽으로 돌리기</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>둘레에서 보기: 오른쪽으로 돌리기</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>둘레에서 보기: 위로 돌리기</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>둘레에서 보기: 아래로 돌리기</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>1초 뒤로</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>1초 앞으로</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>처음으로 이동</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>끝으로 이동</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>인 포인트: 내보내기 시작</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>아웃 포인트: 내보내기 끝</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>더 느리게 재생</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>더 빠르게 재생</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>위 녹화</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>아래 녹화</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>관절의 곡선, 녹화된 것과 다듬은 것</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>누가 누구인지 바로잡기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>마지막으로 삭제한 것 되살리기</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>둘레에서 보기: 더 가까이</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>둘레에서 보기: 더 멀리</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>열린 것 닫기 또는 나가기</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>이 단축키 목록 표시</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>스페이스바</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>a key</comment>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a key</comment>
        <translation>End</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a key</comment>
        <translation>Delete</translation>
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
        <translation>Shift</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <comment>keys</comment>
        <translation>{one} 또는 {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text}({keys})</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>오류 자세히</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>보고서에 담길 내용</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>정확히 무슨 일이 있었는지 보이기 또는 숨기기</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>작업 중</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>끌어서 훑어보기. 표시할 범위는 인/아웃 포인트로 선택</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>오른쪽 발목</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>오른쪽 무릎</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>오른쪽 엉덩이</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>오른쪽 손목</translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation>오른쪽 팔꿈치</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>오른쪽 어깨</translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation>왼쪽 발목</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>왼쪽 무릎</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>왼쪽 엉덩이</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>왼쪽 손목</translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation>왼쪽 팔꿈치</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>왼쪽 어깨</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>목</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>머리</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>손목</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>엄지</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>검지</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>약지</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>소지</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>라이브</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>녹화 목록</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>단축키와 그 기능</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>라이브 영상</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>메시만</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>둘레에서</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text}(다음 보기: {key})</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>먼저 녹화를 중지하세요</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>카메라 다시 열기</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>마지막 방문의 녹화 삭제</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램 끝내기</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>차례 대기</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>사람 찾기</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>메시</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>스무딩</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>손</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>프로그램 안에서 예상하지 못한 문제가 생겼습니다. 보고서를 보내 주시면 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} 파일이 이미 있으며 JSON이 아닙니다. 다른 파일 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>모델에 이름이 있는 관절이 {0}개입니다. {1} 스켈레톤은 처음 {2}개로 그립니다. 이 관절들을 넣어 모델을 다시 내보내세요.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>{0}번 사람과 {1}번 사람은 {2}개 프레임에 함께 나오므로 같은 사람이 아닙니다. 먼저 서로 바뀌는 곳에서 나누세요.</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>프레임 {0}부터 {1}번 사람은 {2}번 사람이 될 수 없습니다. {3}번은 거기에 있어야 하고, {4}번은 어디에도 없어야 합니다.</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>{0}번 사람과 {1}번 사람이 프레임 {2}부터 둘 다 있지는 않습니다. 다른 사람을 선택하세요.</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>누가 누구인지 적은 {0} 파일을 사용할 수 없습니다({1}). 파일을 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>{0} 이름은 몸 전체에만 쓸 수 있습니다. 이것은 --names anny로 내보내세요.</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>보기와 모양은 mp4에만 쓸 수 있습니다. {0} 형식은 메시나 뼈 자체를 담습니다.</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>뼈 영향 수는 {0} 형식에만 쓸 수 있습니다. {1} 형식에는 뼈가 움직이는 메시가 없습니다.</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>뼈의 이름과 기본 포즈는 {0} 형식에만 쓸 수 있습니다. {1} 형식에는 고를 것이 없습니다.</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>{0} 형식은 원점이 늘 같습니다. 원점을 빼거나 {1} 중 하나로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} 파일 이름이 {1}(으)로 끝나지 않습니다. 형식에 맞는 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>{0}의 이 구간에는 사람이 없어 내보낼 것이 없습니다.</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>{0}에는 사람이 없어 내보낼 것이 없습니다.</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>이 구간에는</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0}에는 {1}번 사람이{2} 없습니다. 있는 사람: {3}.</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} 파일은 {1}의 보관된 동영상입니다. 다른 파일 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} 파일이 이미 있습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender, Unreal, Unity: 메시, 스켈레톤, 움직임을 파일 하나에</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>스트리밍, 가상 세계: 움직임 없이 몸을 아바타로</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya, Houdini, Unreal: 메시와 스켈레톤을 OpenUSD로</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>USD 포인트</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini: 뼈 없이 프레임마다의 표면</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>모션 리타기팅: 뼈만</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python: 모든 수치를 배열로, 포즈는 AMASS 방식</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>스프레드시트, pandas: 관절과 각도, 사람과 프레임마다 한 행</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV, 긴 형식</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R, seaborn, 피벗 테이블: 위와 같음, 관절마다 한 행</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender와 3ds Max: 프레임마다의 표면을 포인트 캐시로</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>그 밖의 용도: 프레임마다 메시 하나씩 담은 폴더</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab, CloudCompare, Open3D: 위와 같음, 더 작고 반올림 없음</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>플레이어나 슬라이드: 메시의 동영상</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>초당 {0}프레임에서는 사람이 나오는 순간이 없습니다. 더 높은 속도를 선택하세요.</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>{0}의 동영상이 보관되지 않았거나 없어졌습니다. 메시만 내보내세요.</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>{0} 포즈는 몸 전체에만 쓸 수 있습니다. 이것은 --rest own으로 내보내세요.</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>USD로 저장하려면 라이브러리가 필요합니다. {0} 명령을 실행하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>{0} 파일을 쓸 수 없습니다. 공간을 비우거나 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>아바타는 누구나 자유롭게 쓸 수 있는 공개 몸으로만 만들 수 있으며, ‘{0}’의 라이선스는 다릅니다. 대신 glb로 내보내세요.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>이름에는 글자나 숫자가 하나 이상 있어야 하고, 그 앞에 마침표가 올 수 없습니다.</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>이름에는 {0} 문자를 쓸 수 없습니다. 빼고 입력하세요.</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>이름이 너무 깁니다. 최대 {0}자입니다.</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>{0} 파일이 이미 있습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>{0} 녹화가 없습니다. .h5 파일의 경로를 입력하세요.</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} 파일은 복구할 수 없을 만큼 손상되었습니다. 읽으려는 프로그램이 끝나거나 멈춥니다.</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>잘렸거나 손상됨</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>읽기가 {0}초 안에 끝나지 않음</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>읽으려는 프로그램이 끝나 버림</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>녹화를 살펴보는 프로세스가 시작되지 않습니다. 메모리를 비우거나 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>스켈레톤의 {0} 쪽에 알려진 다리 뼈가 없어 발을 고정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>떨림: {0} → {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>{0} → {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>서 있는 발의 미끄럼: {0}({1}초 동안)</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>채운 빈 구간: 없음</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>채운 빈 구간: {0}프레임({1}초)</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>남은 더 긴 빈 구간: {0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>관절 이동: 평균 {0} mm</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>사람 {0}, 프레임 {1}개: {2}.</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>사람 {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>바닥에 서지 않는 종류({0})입니다. 원점을 카메라에 두세요.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>이 녹화의 몸 ‘{0}’이(가) 설치되어 있지 않습니다. 모델 {1}을(를) 다시 가져오거나, 몸이 필요 없는 npz, csv, obj, ply, pc2로 내보내세요.</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>이 형식에 필요한 뼈가 몸 ‘{0}’에 없습니다. npz, csv, obj, ply, pc2로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0}의 길이는 {1}초입니다. {2}초가 아니라 그보다 앞에서 시작하세요.</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>끝({0}초)이 시작({1}초)보다 앞에 있습니다. 더 뒤의 끝을 지정하세요.</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0}에는 {1}~{2}초 사이에 프레임이 없습니다. 더 긴 구간을 지정하세요.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} 파일이 손상되었습니다. {1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} 파일이 맞지 않습니다: {1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0}에 {1} 항목이 없습니다. 있는 항목: {2}.</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} 파일은 녹화 중입니다. 녹화를 중지한 뒤에 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} 파일은 녹화가 아닙니다. 이 프로그램으로 녹화한 .h5 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} 파일이 손상되었습니다({1}). {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} 파일을 녹화로 읽을 수 없습니다({1}). {2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>시도해 볼 명령: {0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>제때 처리되지 않음</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>디스크가 너무 느림</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>컴퓨터가 바빠 쓰지 못함</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>테이크에 쓸 수 없는 이름입니다: {0}. {1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0}에 {1} 녹화가 너무 많습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>녹화하지 못했습니다({0})</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>디스크에 문제가 생겼습니다({0})</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>그때까지 녹화된 것은 없습니다</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} 파일이 녹화 중에 삭제되었습니다</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>남은 것이 없습니다</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>그때까지 녹화한 것은 {0} 파일에 남아 있습니다</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0}, {1} 손상됨</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>손실 없음</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>일부 손실: {0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>{0}, {1} 저장됨: {2}. {3}.</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} 파일이 비어 있어 저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} 파일이 이미 있어 그대로 둡니다. -o로 다른 파일 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>{0} 파일에 정상인 프레임이 없어 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>{0} 파일을 쓰지 못했습니다({1}). 공간을 비우거나 -o로 다른 위치를 지정하세요.</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>녹화의 삼각형이 손실되어 메시를 저장할 수 없습니다. 모델을 다시 가져온 뒤 복구를 다시 하세요.</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>{0}에는 녹화할 수 없습니다({1}). 다른 폴더를 선택하거나 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} 파일은 녹화가 아니거나, 앞부분이 복구할 수 없을 만큼 손상되었습니다.</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} 파일은 HDF5 파일이지만 이 프로그램의 녹화가 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} 파일은 녹화가 아니거나, 목차가 손실되었습니다.</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>녹화에 필요한 것보다 많은 메모리를 요구함</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>목차가 손실됨</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} 파일이 이미 있습니다. 녹화할 다른 파일 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>동영상 {0} 파일을 만들 수 없습니다({1}).</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>동영상 {0} 파일이 일찍 끝났습니다({1}). 메시에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>알 수 없는 종류</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>이미지 {0} 파일을 쓰지 못했습니다({1}). 다른 위치나 확장자를 선택하세요.</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>동영상 {0} 파일을 쓰지 못했습니다({1}). 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>동영상 {0} 파일을 쓰지 못했습니다. 여기의 OpenCV에는 MPEG-4 인코더가 없습니다. PyPI에서 opencv-python과 av를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>동영상 {0} 파일을 끝까지 쓰지 못했습니다. 공간을 비우거나 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>녹화 {0} 파일을 만들 수 없습니다({1}).</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>메시의 수치는 {0}개인데 녹화는 {1}개에 맞춰 만들어졌습니다. 모델을 바꾼 뒤에는 새로 녹화를 시작하세요.</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>아직 모델을 불러오지 않았습니다</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>{0} 버전 {1}의 내용이 다릅니다(sha256 {2}, {3} 아님). {4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>‘{0} models serve-files’로 서버의 파일을 새로 쓰세요</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>그런 이름이 없음</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>{2} 항목이 모델과 다릅니다(서버 {0}: {1}, 모델: {3} {4}). {5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>응답이 너무 늦습니다</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>모델 {0} 버전 {1}이(가) 없습니다. {2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>맞는 토큰이 없으면 들어갈 수 없습니다. FASTMETRO_SERVER_TOKEN을 설정하세요</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>신뢰할 수 없는 인증서를 보냅니다. --server-ca로 루트 인증서 파일을 지정하세요</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>계산을 거부합니다({0}). 서버의 로그를 확인하세요</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답하지 않습니다</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>계산하지 못합니다({0})</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>응답에 든 {0} 값을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>{0} 값을 보내지 않습니다. 서버의 파일을 새로 쓰세요</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>{0} 값을 {3}이(가) 아니라 {1} {2}(으)로 보냅니다. 서버의 파일을 새로 쓰세요</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>서버를 찾는 중</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>서버 {0}을(를) 찾는 중입니다.</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>물어볼 수 없습니다</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>서버 {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>서버 {0}에서 계산합니다.</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · 영상이 컴퓨터 밖으로 나감</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>서버 {0}에서 계산합니다. 사람들의 영상이 이 컴퓨터 밖으로 나갑니다.</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>이 컴퓨터와 결과가 다릅니다. 서버의 로그를 확인하세요</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>응답에 {0} ms가 걸리는데 한 프레임은 {1} ms입니다</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>서버 {0}, 이 컴퓨터에서 계산</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>서버 {0}: {1}.</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>응답의 형태가 모델과 다릅니다. 서버의 파일을 새로 쓰세요</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>macOS에는 CUDA가 없습니다.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>설치된 ONNX Runtime은 CPU용입니다. {0} 명령을 실행하세요({1}).</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0}에서 모델 전체를 CPU에 맡겼습니다.</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0}에서 모델을 불러오지 못했습니다({1}).</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>감지기 {0} 파일이 assets/에 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>감지기 {0} 파일이 손상되었습니다. 원래 파일로 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}. CPU를 쓰려면 --device {1} 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{1}에서 {0} 자체 검사에 실패했습니다({2}).</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{1}에서 한 자체 검사에서 {0}의 결과가 CPU와 달랐습니다. 그래픽 드라이버를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} 파일은 실행할 수 없으므로 손상된 것입니다. 모델을 다시 다운로드하거나 내보내세요.</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} 파일은 수치를 계산하지 못하므로 가중치가 손상된 것입니다. 모델을 다시 다운로드하거나 내보내세요.</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>자체 검사에서 {0}에는 {1} ms, {2}에는 {3} ms가 걸렸습니다.</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>GPU가 작동을 멈췄습니다. 다시 써 보려면 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>그렇게 요청했습니다.</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>메시 모델을 불러오는 중</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>사람 감지기를 불러오는 중</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>손 판독기를 불러오는 중</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>소스를 여는 중</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>그리기를 준비하는 중</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>카메라 {0}에서 영상이 나오지 않습니다.</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>이전 소스를 닫는 중</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>프로그램 구성 요소를 불러오는 중</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>아직 녹화할 것이 없습니다. 영상이 나올 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>카메라를 찾지 못했습니다. 카메라를 연결하거나, 대신 동영상 파일이나 ‘sample’을 선택하세요.</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>여기 있는 카메라: {0}</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>이 컴퓨터에서 카메라를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>{0} 카메라가 없습니다. {1}. 다른 카메라, 동영상 파일 또는 ‘sample’을 선택하세요.</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>여기 있는 카메라: {0}.</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>이 컴퓨터에서 카메라를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>‘{0}’은(는) 파일, 폴더, URL, 카메라 이름이 아닙니다.{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>{0}(카메라 {1})을(를) 열지 못했습니다. 카메라를 쓰는 다른 프로그램을 닫거나, 다른 카메라, 동영상 파일 또는 ‘sample’을 선택하세요.</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>초당 {0}</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} 파일을 동영상으로 읽지 못했습니다. 손상되었거나 다른 종류의 파일입니다. MP4 등으로 변환하세요.</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} 파일에 읽을 수 있는 영상이 없습니다. 손상되었거나 비어 있습니다.</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} 파일의 영상에는 표시할 수 없는 색이 있습니다. H.264 MP4 등으로 변환하세요.</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} 파일은 다른 파일들의 목록입니다. 그중 하나를 대신 여세요.</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>주소 {0}은(는) 이 컴퓨터가 아니라 {1} 컴퓨터의 파일입니다. 먼저 여기로 복사하세요.</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} 파일이 여기 남은 공간보다 큽니다. 먼저 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} 파일을 끝까지 가져오지 못했습니다. 다운로드한 뒤 그 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>{0} 폴더에 읽을 수 있는 이미지가 없습니다. JPEG나 PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>{0} 폴더에 동영상만 있고 이미지가 없습니다. 그중 하나를 지정하거나, ‘{1} batch {2} --out RESULTS’로 모두 따라가세요.</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>{0} 폴더에 이미지가 없습니다. JPEG나 PNG 파일이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0}은(는) 파일이 아니라 파이프나 장치입니다. 파일을 지정하거나, 카메라를 번호로 지정하세요.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>{0}(이)라는 파일이나 폴더가 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0}은(는) --frames-at에 쓸 수 있는 이미지 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} 파일은 여기서 읽을 수 없는 HEIC 사진입니다. JPEG나 PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>{0} 파일을 읽지 못했습니다({1}).</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} 파일은 읽을 수 있는 이미지가 아닙니다. JPEG, PNG, WebP, AVIF, TIFF 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} 파일은 {1}메가픽셀이 넘는다고 되어 있습니다. 더 작게 만드세요.</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>샘플 클립 {0} 파일이 assets/에 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0}은(는) 127.0.0.1이나 127.0.0.1:{1} 같은 주소가 아닙니다. 호스트와 1~{2}의 포트를 입력하세요.</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0}은(는) 8080 같은 포트도, 0.0.0.0:8080처럼 포트가 붙은 이 컴퓨터의 주소도 아닙니다. {1} 이하의 포트를 입력하세요.</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>이 네트워크에서 이 주소를 아는 사람은 누구나 영상을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>첫 영상을 기다리는 중입니다.{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>보고 있는 사람이 없습니다.{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0}은(는) 이 컴퓨터의 주소가 아닙니다. 모든 주소를 쓰려면 0.0.0.0을, 아니면 포트만 입력하세요.</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>포트 {0}은(는) 다른 프로그램이 쓰고 있습니다. {1} 같은 다른 포트를 입력하세요.</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>이 시스템에서는 프로그램이 포트 {0}을(를) 쓸 수 없습니다. 1024 이상의 포트를 입력하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>{0}에서 연결을 받을 수 없습니다({1}). 다른 주소나 포트를 입력하세요.</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>아바타(VMC)로 보내려면 python-osc가 필요합니다. {0} 명령을 실행하세요.</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>{0}을(를) 찾는 중입니다.</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>{0}(으)로 보내는 중, 초당 {1}회.</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>{0}(으)로 보낼 수 없습니다({1}). 호스트 이름을 확인하거나 숫자 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>{0}(으)로 보내기가 예기치 않게 끝났습니다. 주소를 지우고 다시 입력하세요.</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>모델의 몸 {0}에는 아바타에 쓸 스켈레톤이 없습니다. 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>{0}(으)로 보내는 중입니다.</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>{0}(으)로 보낼 사람이 없습니다.</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>영상 {0}장에서 시간 코드가 보이지 않았습니다. 화면의 왼쪽 절반이 영상에 크고 또렷하게 보이도록 카메라를 이 화면으로 향한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0}에는 프레임이 없습니다.</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>아이콘 {0}.svg를 그릴 수 없습니다. assets/icons에 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}. 다른 파일이나 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0}은(는) 폴더입니다. 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0}은(는) 파일이 아니라 파이프나 장치입니다. 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0}은(는) 폴더입니다. 그 안의 파일처럼 저장할 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>{1} 파일을 쓸 {0} 폴더가 없습니다. 먼저 폴더를 만드세요.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>프로그램 파일 {0}이(가) 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>프로그램 파일 {0}이(가) 손상되었습니다({1}). 원래 파일로 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>몸 템플릿 {0}이(가) 없습니다. 되돌려 놓거나 모델을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} 파일은 몸 템플릿이 아닙니다({1}). 모델을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} 파일은 몸 템플릿이 아닙니다({1} 없음). 모델을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>마네킹</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>점토</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>피규어</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>홀로그램</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>와이어프레임</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>macOS에서는 OpenGL이 프로그램의 주 스레드에서만 작동하므로, 창과 라이브에서는 프로세서가 더 단순한 메시를 그립니다. ‘{0} run FILE --video OUT.mp4’는 보통 메시를 그립니다.</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>프로그램의 셰이더 {0}이(가) 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>OpenGL을 시작하지 못해({0}) 프로세서가 더 단순한 메시를 그립니다. Linux에서는 libegl1, libgl1, libgl1-mesa-dri, libxrender1을 설치하고, 다른 시스템에서는 그래픽 드라이버를 업데이트하세요.</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>{0}x{1} 픽셀의 영상은 이 컴퓨터의 OpenGL이 그릴 수 있는 크기({2})보다 큽니다. 더 작게 만드세요.</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>크기 {0}의 메시가 ({1}, 3)용 렌더러에 전달되었습니다.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>손 판독기의 {0} 파일이 assets/에 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>손 판독기의 {0} 파일이 손상되었습니다. 원래 파일로 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>감지기 {0} 파일이 {1}/에 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} 파일은 감지기와 다른 네트워크입니다. 원래 파일로 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} 파일이 내놓는 {1}의 크기는 {2}인데, 기록과 템플릿에는 {3}(으)로 되어 있습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>{0} 파일에 출력 {1}이(가) 없습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} 파일에 입력 {1}이(가) 필요한데 기록에는 그런 내용이 없습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>{0} 파일에 입력 {1}이(가) 없습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} 파일이 받는 입력 {1}의 크기는 {2}인데, 기록에는 {3}(으)로 되어 있습니다. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} 파일은 {1} 모델이 만들어진 몸이 아닙니다. 두 파일을 모두 되돌려 놓거나 모델을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>{0} 파일에 {1} 모델의 자르기 영역을 정하는 기준점이 없습니다. 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0}이(가) 설치되어 있지 않습니다. {1} 명령을 실행하세요.</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>{0}을(를) 불러오지 못했습니다({1}).</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0}에서 쓸 수 있는 GPU를 찾지 못했습니다. 그래픽 드라이버를 업데이트하세요.</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>기본 모델 {0} 파일이 assets/에 없습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>모델 파일 {0}이(가) 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>‘{0}’(이)라는 모델이 없습니다. 설치된 모델: {1}.</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>모델 {0}을(를) 읽지 못했습니다({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} 파일은 손상되었거나 ONNX 파일이 아닙니다. 모델을 다시 다운로드하거나 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} 파일은 다른 종류의 ONNX 파일이며 ‘{1}’ 기록이 없습니다. python -m models.export로 새로 만들거나, ‘{2} models’ 목록에 있는 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} 파일을 사용할 수 없습니다: {1}. 다시 내보내세요.</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0}: {1}. 만든 이가 바로잡은 뒤에만 사용하세요.</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>{0}초 안에 끝나지 않습니다</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>실행하는 프로그램을 끝나게 합니다</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>모델을 시험하는 프로세스가 시작되지 않습니다. 메모리를 비우거나 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>메모리를 {0} GB 넘게 씁니다</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>그런 파일이나 폴더가 없음</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>권한이 없음</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>허용되지 않은 작업</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>파일이 이미 있음</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>폴더가 아님</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>남은 공간이 없음</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>파일 이름이 너무 긺</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>展台等候访客</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>员工 PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>尝试次数过多；请等待 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>PIN 不正确；还可尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>第一个摄像头</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>没有摄像头；正在播放示例</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访客数</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>保留的访客数据</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>上次删除</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time}（时:分）</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>距离拍照的秒数</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>没有任何残留</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>尚有内容未能删除</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>没有可删除的内容</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>原因不明</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n 个网格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>%n 人观看</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>深色或浅色，跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>深色背景，浅色文字</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>浅色背景，深色文字</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>常规大小的文字</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>文字放大七分之一</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>文字放大三分之一</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>窗口中的内容不再自行移动</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>此窗口使用的语言；更改后窗口会以新语言重新打开</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>显示 {camera} 的画面。{facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>正被 {programs} 使用</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>可能正被其他程序使用</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>没有画面传来</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>将画面保存为 PNG</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录制列表</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>还没有可保存的画面</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>还没有可暂停的内容</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>定格画面</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>视图：{view}。下一视图</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>视图：{view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>开始录制</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>请先停止录制（{stop}），再查看（{look}）</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>录制的时长和大小；有 %n 帧未录入</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>距离开始录制的秒数</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live：从镜头到屏幕的时延</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state}（按 Esc 结束）</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>正在等待摄像头</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>请将摄像头对准此屏幕：左侧的方块必须清晰（按 Esc 结束）</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>%n 幅带编码的画面（按 Esc 结束）</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>识别画面中足够大的手的手指，每帧一只手；会占用一些时间</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>此模型的身体没有手指骨骼</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>手指</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>每帧约 {ms} ms</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>关节的运动</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>关闭此项</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>关闭曲线</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>最近几秒该关节的{quantity}</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>录制中 {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>最近一分钟</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>最近一分钟：从采集到显示各阶段的用时；折线为每秒画面数</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>无法使用存放录制的文件夹</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>选择快照和录制的存放位置</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>此处无法使用 OpenGL，因此网格以较简单的方式绘制</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>摄像头已断开；正在重试</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>没有摄像头，正在播放示例短片。请连接摄像头，或关闭正在使用它的程序</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>磁盘即将用满：还剩 {size} 可用于录制</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>画面中没有手</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>画面中没有人</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>更改发送的内容</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>来源已结束</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>再次查找摄像头</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>正在使用 CPU 运行</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>其他文件夹</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose}（按 {key} 关闭此提示）</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>未录到任何内容：没有画面传来</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>已录制 {name}，{size} MB</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>查看录制的内容</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>播放</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>编码太慢，%n 帧中有 {missing} 帧的画面未能保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} 网格是一样的，只是更慢。“{command}”会说明怎样改善。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>为什么用 CPU？</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>摄像头很快就会恢复。</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>打开视频或图片</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>使用示例</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>显示示例短片</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>使用自带模型</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>不再使用所选模型</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>复制所发生的情况，以便发送给开发者</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>未能成功</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>报告已复制到剪贴板</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>没有正在跟踪的人</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>主角</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>录制中</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>{person} 的名称</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>此人物的名称，仅在此窗口打开期间有效</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>设为主角：{person}</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>让站得最近的人当主角</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>此人物在场时让其当主角</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>隐藏 {person}</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>重新绘制此人物</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>不再绘制此人物；录制中仍保留所有人</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>忘记 {person}</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>忘记名称和编号；站在那里的人将算作新人物</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>人物 {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>存放快照和录制的文件夹</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>来源每秒提供的帧数</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>每秒转换为网格的帧数</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>屏幕上每秒的新画面数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>从采集一帧到将其显示：有一半的帧快于此值</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>每二十帧中有一帧从采集到显示的用时超过此值</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>脚部滑动</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>脚站定时滑动的速度；画面中没有站定的脚时不显示</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>所显示关节的加速度：关节自身的运动加上抖动</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>原始抖动</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>网络给出的、平滑之前的关节加速度</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>帧率、从摄像头到屏幕的用时，以及由什么负责计算。详情</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>尚未显示任何内容</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>每秒 {rate} 帧，从摄像头到屏幕 {latency} 毫秒</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>速度和时延的详情</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>采集到显示，平均</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>因已有更新的帧而略过的摄像头帧：这样就不会积压</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n 帧被更新的帧取代</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>从采集到显示的时间如何分配</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>还没有可录制的内容</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>无法保存快照：{why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>无法写入报告</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>报告是 {name}；发送前请先阅读</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>虚拟形象（VMC）</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1，然后按 Enter</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>显示虚拟形象的程序（如 VSeeFace 或 Warudo）的地址：HOST 或 HOST:PORT。它会收到站得最近且最居中的人的骨骼，不会收到画面。留空则不发送</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>用于浏览器和 OBS 的页面</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080，然后按 Enter</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>向本机程序显示画面的页面的端口，/mesh 下只显示人物；0.0.0.0:8080 还会向此网络显示。留空则不显示</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>关闭设置</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>同时跟踪的最多人数</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>选择“最多”即可跟踪多人</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>网格遮住画面的程度</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>只有叠加在画面上的网格才能透视</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>录制（{record}）包含网格、关节、摄像头和时间，以及摄像头所见的视频，仅存储在这台电脑上。快照（{snapshot}）包含所显示的画面。</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>录制（{record}）包含网格、关节、摄像头和时间，但不含画面。快照（{snapshot}）包含所显示的画面。</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>自带模型</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>生成网格的网络</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>只安装了自带模型；可用“main.py models import”添加其他模型</translation>
    </message>
    <message>
        <source>HANDS</source>
        <translation>手</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>A colour for each hand</source>
        <translation>每只手一种颜色</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>每人一种颜色</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>One</source>
        <translation>单人</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>跟踪一人，即最近的人</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>同时跟踪多人；每多一人都会增加用时</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>同时跟踪的最多人数</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>此人不穿鞋的身高；填写后，大小和距离便是准确的，而非估算。有多人时，指站得最近且最居中的人的身高</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>绘制身体表面</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>绘制关节和骨骼</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>绘制表面和关节</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>叠加在画面上</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>只显示网格</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>画面与网格并排显示</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>环绕</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>环绕查看：拖动可旋转，滚轮可拉近</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>网格的外观</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>用颜色区分所跟踪的人</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>平稳：抖动较少，跟随较慢；快速：立即跟随</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>显示或隐藏滤波器自身的数值</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>选择存放快照和录制的文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>同时保留视频</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>从下一次录制起，将摄像头所见存为视频文件，与网格放在一起</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>显示每个按键的作用</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>将版本、设置（不含地址和名称）以及日志末尾写入一个文件</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>无滤波：每一帧都按原样显示。</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>趋势滤波器的时间常数：身体 {body} ms，深度方向 {depth} ms；位置 {place} ms，距离 {distance} ms。匀速运动没有延迟；上面的延迟是每秒 {rate} 帧时挥手的延迟。</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>选择来源</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>清除这些</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>不再记住这些文件和流</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>示例短片</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>显示不需要摄像头的示例短片</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>rtsp:// 或 http:// 地址，按 Enter</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>网络摄像头或流的地址；按 Enter 打开</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>流地址</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>未找到摄像头。请接入一个；它会立即显示在这里。</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>再次打开 {name}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV（原始）</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY（原始）</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12（原始）</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>画面的来源。打开文件</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>查看每个摄像头的画面，以及之前打开过的内容</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>浏览来源</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>摄像头尺寸</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>摄像头帧率</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>像素格式</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>根据其驱动程序所报</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>像镜子一样显示画面；录制内容不镜像</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>视野</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>摄像头从左到右能看到多宽；用于将人物放在正确的距离</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>摄像头提供 {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>示例（无摄像头）</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>第一个摄像头</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>流…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>向摄像头请求的像素数；下方是它实际提供的值</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>向摄像头请求的每秒帧数；下方是它实际提供的值</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>请求摄像头以何种方式发送像素；下方是它实际提供的值</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>只有摄像头才能请求其他尺寸、帧率或格式</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>镜次：按日期和时间</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>今后录制的名称，每段各带编号，如“行走 01”。留空则按日期和时间命名</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>镜次名称</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>开始录制前倒计时的长度</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>它看到什么</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>摄像头前或您打开的视频中的每个人都会得到一个三维身体，随着动作绘制在画面上。全部由这台电脑完成。</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>它存储什么</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>除非您要求，否则什么也不存。{key} 保存画面。录制只包含身体而不含画面，除非您在设置中另行选择。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>如何录制</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>红色按钮或 {record} 开始和结束录制。{recordings} 显示您录制的内容，供查看、优化和导出。{keys} 显示所有按键。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>下一张卡片</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number}/{cards}：{heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>还没有录制</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>在实时窗口中按 {key} 录制看到的人，再按 {key} 停止。录制保存在文件夹“{folder}”中。</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回实时</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>打开存放在别处的录制</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>此录制中有些帧已损坏</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>将完好的部分复制到新的录制中</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>正在录制</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>停止录制后即可播放。</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>此录制已损坏</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>它在磁盘上被截断或改动过。修复会将完好的部分复制到新的录制中，并保持此录制不变。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>删除此录制</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>录制本身保持不变；按 {key} 显示原始动作，再按 {key} 显示优化后的动作。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>以其他程序的格式导出</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>已优化</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>“{name}”及其视频将移至回收站。</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>“{name}”将移至回收站。</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>删除此录制？</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>移至回收站</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>这里没有回收站</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>“{name}”无法移至回收站。永久删除后将无法恢复。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>删除后无法恢复</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x，向右</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y，向下</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z，向远处</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>正在读取关节…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>此录制中没有人</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>此关节没有角度；肘、膝、髋和肩才有</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>关节的曲线</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>曲线对应的人物</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>谁的关节</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>关节</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>显示哪个关节</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>物理量</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>从摄像头看关节所在的位置，或它移动的速度</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>将这些曲线从入点到出点的部分保存为表格（CSV）</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>原始录制</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>“优化”（{key}）会添加优化后的曲线</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>不在场</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>骨骼原名</translation>
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
        <translation>原有静止姿势</translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation>T 形姿势</translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation>A 形姿势</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>导出 {name}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>需要 {package}：{command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>导出谁</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>导出什么：播放器入点到出点之间的部分，或全部</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>从 {start} 到 {end}</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>整段录制</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>按录制时，每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>视频从哪里展示人物</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>按摄像头所见</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>叠加在保留的视频上</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>环绕，按当前设置</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>原点</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>原点在哪里，以及哪边是前方</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>第一步脚下的地面，面朝前方</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>骨骼名称</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>骨骼采用谁的名称</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>静止姿势</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>骨骼和皮肤静止时的姿势；动作不变</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>优化动作</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>无延迟平滑，填补短空缺，固定站定的脚；录制保持不变</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>骨骼</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>在文件管理器中显示导出的文件</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>选择位置并导出</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>此格式保留录制时的时刻</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>此格式的原点始终相同</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>此格式没有可命名的骨骼</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>视频从哪里展示人物</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>此格式包含网格或骨骼本身，可从任意角度查看</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>已写入 {names} 和另外 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>已写入 {names}。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>停止；不写入任何内容</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>平滑动作，填补短空缺，固定站定的脚；录制保持不变</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>纠正人物身份：互换、合并或拆分人物；录制保持不变</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>关节随时间的位置，包括原始的和优化后的</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>人物身份</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>模型 {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>没有打开的录制</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>无法读取此录制</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>显示原始动作</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>显示优化后的动作</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>已有操作正在进行</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>录制的名称</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Enter 采用新名称，Esc 保留旧名称</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>删除（{delete}）；{undo} 可恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>丢失 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>正在优化动作</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>丢失 %n 帧：{cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开录制</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>无法保存数值：{why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>{name} 的人物</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>要处理的人物</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>另一人</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>涉及的另一人物</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>从 {moment} 起，两人互换身份</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>另一人的全部内容都归此人物；两人不能同时在场</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>是新人物</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>从 {moment} 起，这是另一个人物，有自己的编号</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>撤回最近一次纠正</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>互换和拆分从当前显示的 {moment} 起生效。录制保持不变：纠正的内容会写在录制旁边。</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>请选择两个人物。</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>已从这里起互换人物 {one} 和 {other}</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>人物 {other} 现在是人物 {one}</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>从这里起，人物 {one} 是人物 {other}</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>已撤销上一步</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>无法写到录制旁边：{why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>在文件管理器中打开存放录制的文件夹</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>无法重命名：{why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>已将 {name} 移至回收站</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>无法恢复：{why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>已恢复 {name}</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>无法删除：{why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>已删除 {name}</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>用 {previous} 和 {next} 选择，按 Enter 播放</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, in the letters of Qt</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>both feet stand</source>
        <translation>双脚站定</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>左脚站定</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>右脚站定</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>双脚都未站定</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>起伏：关节的平均移动速度，最高 {fastest} m/s
条带：人物在场的时段；不在场处为空隙，填补处为白色
其下两条线：左脚和右脚站定的时段
顶部刻度：丢失帧的位置</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>已填补</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>拖动可浏览；{back} 和 {on} 逐帧移动，{beginning} 和 {end} 跳到两端</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>此处没有人</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>不导出</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>叠加在视频上</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>按摄像头所见</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>视频与网格并排显示</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>此录制没有保留视频；请在录制前打开“同时保留视频”</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>导出从这里开始；再按一次取消</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>入点</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>导出到这里结束；再按一次取消</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>出点</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>反复播放</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>当前位置和总时长</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>播放的快慢（{slower} 和 {faster}）</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>停止此操作</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>开始或停止录制</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存画面</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>镜像画面</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>用时的详情</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>打开或关闭设置</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>转到设置</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>浏览摄像头和其他来源</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>显示录制列表</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>环绕：向左转</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>环绕：向右转</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>环绕：向上转</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>环绕：向下转</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>转到开头</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>转到结尾</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>入点：导出从这里开始</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>出点：导出到这里结束</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>上一段录制</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>下一段录制</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>关节的曲线，包括原始的和优化后的</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>纠正人物身份</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>恢复最近删除的内容</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>环绕：拉近</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>环绕：拉远</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>关闭打开的内容，或离开</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示这些按键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>空格</translation>
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
        <translation>{one} 或 {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text}（{keys}）</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>报告会包含的内容</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>显示或隐藏究竟发生了什么</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>拖动可浏览；入点和出点决定显示的范围</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>右踝</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>右膝</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>右髋</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>右腕</translation>
    </message>
    <message>
        <source>Right elbow</source>
        <translation>右肘</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>右肩</translation>
    </message>
    <message>
        <source>Left ankle</source>
        <translation>左踝</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>左膝</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>左髋</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>左腕</translation>
    </message>
    <message>
        <source>Left elbow</source>
        <translation>左肘</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>左肩</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>手腕</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>拇指</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>食指</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中指</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>无名指</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>小指</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>按键及其作用</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>单独显示网格</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>环绕查看</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text}（按 {key} 切换到下一视图）</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>请先停止录制</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>重新打开摄像头</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>删除上一位访客的录制</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>结束程序</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>手部</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>程序内部出现了意外问题。发送报告有助于修复。</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} 已存在且不是 JSON；请指定其他文件。</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>模型列出了 {0} 个关节，而 {1} 的骨架由前 {2} 个关节绘制；请重新导出包含这些关节的模型。</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>人物 {0} 和 {1} 在 {2} 帧中同时出现，因此不是同一人；请先在他们变换的地方拆分。</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>从第 {0} 帧起，人物 {1} 不能成为人物 {2}：人物 {3} 必须在场，且人物 {4} 不能出现在任何地方。</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>从第 {2} 帧起，人物 {0} 和 {1} 并非都在场；请选择其他人物。</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>记录人物身份的 {0} 无法使用（{1}）；请修正或删除它。</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>{0} 的骨骼名称用于全身；导出此录制时请使用 --names anny。</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>视图和外观用于 mp4；{0} 包含网格或骨骼本身。</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>骨骼影响数用于 {0}；{1} 不含由骨骼带动的网格。</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>骨骼名称和静止姿势用于 {0}；{1} 没有可供选择的。</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>{0} 的原点始终相同；请省略原点，或导出为 {1} 之一。</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} 不以 {1} 结尾；请按其格式命名文件。</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>{0} 的这一部分中没有人，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>{0} 中没有人，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>的这一部分</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0}{2}中没有人物 {1}；有 {3}。</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} 是与 {1} 一同保留的视频；请指定其他文件。</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} 已存在；请选择其他名称。</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender、Unreal、Unity：网格、骨架和动作在一个文件中</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>直播、虚拟世界：作为虚拟形象的身体，不含动作</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya、Houdini、Unreal：OpenUSD 格式的网格和骨架</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>USD 点</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini：逐帧的表面，不含骨骼</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>动作重定向工具：只含骨骼</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python：所有数值为数组，姿势与 AMASS 相同</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>电子表格、pandas：关节和角度，每人每帧一行</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV，长表</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R、seaborn、数据透视表：内容同上，每个关节一行</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender 和 3ds Max：逐帧的表面，为点缓存</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>其他任何程序：一个文件夹，每帧一个网格</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab、CloudCompare、Open3D：内容同上，更小且不舍入</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>播放器或幻灯片：网格的视频</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>每秒 {0} 帧时始终没有人在场；请选择更高的帧率。</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>{0} 的视频未保留或已不存在；请只导出网格。</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>只有全身才能采用 {0} 形静止姿势；导出此录制时请使用 --rest own。</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>导出 USD 需要相应的库：请运行 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>无法写入 {0}；请腾出空间，或选择其他位置。</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>虚拟形象只能由供所有人自由使用的开放身体制成；“{0}”的许可证有所不同。请改为导出 glb。</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>名称至少需要一个字母或数字，且其前面不能有句点。</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>名称不能包含 {0}；请去掉它。</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>此名称太长；最多 {0} 个字符。</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>已有文件 {0}；请选择其他名称。</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>没有录制 {0}；请给出 .h5 文件的路径。</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} 已损坏且无法修复：读取它会使程序退出或卡住。</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>它被截断或已损坏</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>读取在 {0} 秒内未结束</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>读取它会使程序退出</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>检查录制的进程无法启动；请释放一些内存，或重新安装。</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>骨架的 {0} 侧没有可识别的腿部骨骼，因此无法固定脚部。</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>抖动：从 {0} 变为 {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>从 {0} 变为 {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>站定的脚滑动：{0}（共 {1} 秒）</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>已填补的空缺：无</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>已填补的空缺：{0} 帧（{1} 秒）</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>保留的较长空缺：{0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>关节移动：平均 {0} mm</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>人物 {0}，{1} 帧：{2}。</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>人物 {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>{0} 不站在地面上；请将原点留在摄像头处。</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>此录制的身体“{0}”未安装；请重新导入模型 {1}，或导出为不需要它的 npz、csv、obj、ply 或 pc2。</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>身体“{0}”在这里没有此格式所需的骨骼；请导出为 npz、csv、obj、ply 或 pc2。</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0} 的长度为 {1} 秒；请从更早处开始，而不是 {2} 秒。</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>结束处 {0} 秒早于开始处 {1} 秒；请给出更晚的结束处。</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0} 在 {1} 到 {2} 秒之间没有帧；请给出更长的区间。</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} 已损坏；{1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} 不匹配：{1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0} 不含 {1}；它有 {2}。</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} 正在录制；停止录制后即可读取。</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} 不是录制；请给出由此程序录制的 .h5 文件。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} 已损坏（{1}）；{2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} 无法作为录制读取（{1}）；{2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>请尝试：{0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>未及时处理</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>磁盘太慢</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>电脑太忙，无法写入</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>镜次不能命名为 {0}。{1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0} 中 {1} 的录制太多；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>录制失败（{0}）</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>磁盘出错（{0}）</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>到那时尚未录下任何内容</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} 在录制过程中被删除</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>没有留下任何内容</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>到那时为止录下的内容保留在 {0} 中</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0}和{1}已损坏</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>没有丢失</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>部分丢失：{0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>{0}（含{1}）已保存到 {2}；{3}。</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} 是空的，因此没有可保存的内容。</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} 已存在，保持不变；请用 -o 指定其他文件。</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>{0} 没有完好的帧，因此未保存任何内容。</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>无法写入 {0}（{1}）；请腾出空间，或用 -o 指定其他位置。</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>录制的三角形数据已丢失，因此无法保存其网格；请重新导入其模型，再次修复。</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>无法在 {0} 中录制（{1}）；请选择其他文件夹或腾出空间。</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} 不是录制，或其开头已损坏且无法修复。</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} 是 HDF5 文件，但不是此程序的录制。</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} 不是录制，或其目录表已丢失。</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>它要求的内存超过录制所需</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>其目录表已丢失</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} 已存在；请指定其他文件用于录制。</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>无法创建视频 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>视频 {0} 提前结束（{1}）；网格不受影响。</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>其类型未知</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>无法写入图片 {0}（{1}）；请选择其他位置或扩展名。</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>无法写入视频 {0}（{1}）；请选择其他位置。</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>无法写入视频 {0}：这里的 OpenCV 没有 MPEG-4 编码器；请从 PyPI 重新安装 opencv-python 和 av。</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>视频 {0} 未能完整写入；请腾出空间或选择其他位置。</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>无法创建录制 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>网格有 {0} 个数值，而录制是为 {1} 个数值创建的；更换模型后请开始新的录制。</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>尚未加载模型</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>的 {0} 版本 {1} 有所不同（sha256 为 {2}，而不是 {3}）；{4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>请用“{0} models serve-files”重新生成其文件</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>没有该名称的项</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>的 {2} 不匹配（服务器：{0} {1}，模型：{4} 的 {3}）；{5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>响应太迟</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>没有模型 {0} 的版本 {1}；{2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>没有正确的令牌就无法连接；请设置 FASTMETRO_SERVER_TOKEN</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>出示的证书不受信任；请用 --server-ca 指定根证书文件</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>拒绝计算（{0}）；请查看其日志</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>计算失败（{0}）</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>返回的 {0} 无法读取</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>没有给出 {0}；请重新生成其文件</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>以 {2} 的 {1} 返回 {0}，而不是 {3}；请重新生成其文件</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>正在查找服务器</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>正在查找服务器 {0}。</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>无法查询</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>服务器 {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>由服务器 {0} 计算。</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · 画面会离开本机</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>由服务器 {0} 计算；人物的画面会离开本机。</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>给出的结果与本机不同；请查看其日志</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>响应需要 {0} ms，而一帧的时间为 {1} ms</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>服务器{0}；由本机计算</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>服务器 {0} {1}。</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>返回的形状与模型不同；请重新生成其文件</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>macOS 上没有 CUDA。</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>已安装的 ONNX Runtime 用于 CPU；请运行 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0} 将整个模型交给了 CPU。</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0} 无法加载模型（{1}）。</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>assets/ 中缺少检测器 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>检测器 {0} 已损坏；请恢复它。</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}；请省略 --device {1} 以使用 CPU。</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{0} 在 {1} 上的自检失败（{2}）。</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{0} 在 {1} 上自检的结果与 CPU 不同；请更新显卡驱动程序。</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} 无法运行，可见已损坏；请重新下载或导出模型。</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} 算出的不是数值，可见其权重已损坏；请重新下载或导出模型。</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>自检用时：{0} 为 {1} ms，{2} 为 {3} ms。</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>GPU 已停止工作；请重新启动程序再试。</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>这是按要求选用的。</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>正在加载网格模型</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>正在加载人物检测器</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>正在加载手部识别器</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>正在打开来源</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>正在准备绘制</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>摄像头 {0} 没有画面。</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>正在关闭上一个来源</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>正在加载程序组件</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>还没有可录制的内容；请等待画面。</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>未找到摄像头；请接入一个，或改选视频文件或“sample”。</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>这里的摄像头有 {0}</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>本机上未找到摄像头</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>没有摄像头 {0}；{1}。请选择其他摄像头、视频文件或“sample”。</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>这里的摄像头有 {0}。</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>本机上未找到摄像头。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>“{0}”不是文件、文件夹、网址或摄像头名称。{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>无法打开 {0}（摄像头 {1}）；请关闭正在使用它的其他程序，或选择其他摄像头、视频文件或“sample”。</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>每秒 {0} 帧</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} 无法作为视频读取；它已损坏或属于其他类型。请转换它，例如转为 MP4。</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} 不含可读取的画面；它已损坏或是空的。</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} 的画面颜色无法显示；请转换它，例如转为使用 H.264 的 MP4。</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} 是其他文件的列表；请改为打开其中一个文件。</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>地址 {0} 指的是机器 {1} 上的文件，不在本机上；请先将它复制到这里。</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} 大于这里的可用空间；请先腾出空间。</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} 未能完整获取；请下载后指定该文件。</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>文件夹 {0} 中的图片都无法读取；请将它们存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>文件夹 {0} 中有视频但没有图片；请指定其中一个视频，或用“{1} batch {2} --out RESULTS”跟踪全部视频。</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>文件夹 {0} 中没有图片；请选择含 JPEG 或 PNG 文件的文件夹。</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0} 是管道或设备，不是文件；请指定文件，或用编号指定摄像头。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>没有文件或文件夹 {0}；请检查名称。</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0} 不是 --frames-at 可用的图片文件夹。</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} 是 HEIC 照片，这里无法读取；请将它存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>无法读取 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} 不是可读取的图片；请选择 JPEG、PNG、WebP、AVIF 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} 标称超过 {1} 百万像素；请将它缩小。</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>assets/ 中缺少示例短片 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0} 不是 127.0.0.1 或 127.0.0.1:{1} 这样的地址；请给出主机，以及 1 到 {2} 之间的端口。</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0} 不是 8080 这样的端口，也不是 0.0.0.0:8080 这样带端口的本机地址；请给出不超过 {1} 的端口。</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>此网络中任何知道此地址的人都能看到画面。</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>正在等待第一幅画面。{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>没有人观看。{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0} 不是本机的地址；请用 0.0.0.0 表示本机的所有地址，或只给出端口。</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>端口 {0} 正被其他程序使用；请换一个，例如 {1}。</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>此系统不允许程序监听端口 {0}；请使用 1024 或以上的端口。</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>无法监听 {0}（{1}）；请给出其他地址或端口。</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>向虚拟形象（VMC）发送需要 python-osc：请运行 {0}。</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>正在查找 {0}。</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>正在向 {0} 发送，每秒 {1} 次。</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>无法向 {0} 发送（{1}）；请检查主机名，或改用数字地址。</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>向 {0} 的发送意外结束；请清空并重新输入地址。</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>模型的身体 {0} 没有可供虚拟形象使用的骨架；请选择其他模型。</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>正在向 {0} 发送。</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>没有可向 {0} 发送的人。</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>{0} 幅画面中未发现时间码；请将摄像头对准此屏幕，使其左半边在画面中又大又清晰，然后重试。</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0} 不含任何帧。</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>无法绘制图标 {0}.svg；请在 assets/icons 中恢复它。</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}；请选择其他文件或位置。</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0} 是文件夹；请给出文件本身。</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0} 是管道或设备，不是文件；请给出文件本身。</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0} 是文件夹；请指定要写入的文件，例如其中的一个。</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>没有可写入 {1} 的文件夹 {0}；请先创建它。</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>缺少程序文件 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>程序文件 {0} 已损坏（{1}）；请恢复它。</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>缺少身体模板 {0}；请恢复它或重新导入模型。</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} 不是身体模板（{1}）；请重新导入模型。</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} 不是身体模板（缺少 {1}）；请重新导入模型。</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>人体模型</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>黏土</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>手办</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>全息</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>线框</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>在 macOS 上，OpenGL 只能在程序的主线程中工作，因此在窗口和实时模式中由处理器绘制较简单的网格；“{0} run FILE --video OUT.mp4”会绘制通常的网格。</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>缺少程序的着色器 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>无法启动 OpenGL（{0}），因此由处理器绘制较简单的网格；在 Linux 上请安装 libegl1、libgl1、libgl1-mesa-dri 和 libxrender1，在其他系统上请更新显卡驱动程序。</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>{0}x{1} 像素的画面超出本机 OpenGL 能绘制的大小（{2}）；请将它缩小。</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>形状为 {0} 的网格被交给了用于 ({1}, 3) 的渲染器。</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>assets/ 中缺少手部识别器的文件 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>手部识别器的文件 {0} 已损坏；请恢复它。</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>{1}/ 中缺少检测器 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} 不是检测器的网络；请恢复它。</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} 给出的 {1} 为 {2}，而其说明和模板为 {3}；请重新导出。</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>{0} 缺少输出 {1}；请重新导出。</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} 需要输入 {1}，但其说明中没有提及；请重新导出。</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>{0} 缺少输入 {1}；请重新导出。</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} 的输入 {1} 为 {2}，而其说明为 {3}；请重新导出。</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} 不是 {1} 所对应的身体；请恢复这两个文件或重新导入模型。</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>{0} 缺少 {1} 裁剪时所用的关键点；请重新导入。</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0} 未安装；请运行 {1}。</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>无法加载 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0} 未找到可用的 GPU；请更新显卡驱动程序。</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>assets/ 中缺少自带模型 {0}；请恢复它。</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>没有模型文件 {0}；请检查名称。</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>没有名为“{0}”的模型；已安装：{1}。</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>无法读取模型 {0}（{1}）。</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} 已损坏或不是 ONNX 文件；请重新下载或导出模型。</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} 是其他类型的 ONNX 文件：它没有“{1}”说明；请用 python -m models.export 制作一个，或选择“{2} models”列出的模型。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} 无法使用：{1}；请重新导出。</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0} {1}；请等制作者修正后再使用。</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>在 {0} 秒内未结束</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>会使运行它的程序退出</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>试运行模型的进程无法启动；请释放一些内存，或重新安装。</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>占用的内存超过 {0} GB</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名太长</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A booth waits for visitors</source>
        <translation>ブースは来場者を待っています</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>ご案内</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>スタッフ PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries; wait %n seconds</source>
        <translation>
            <numerusform>入力回数が多すぎます。%n 秒お待ちください</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong; %n tries left</source>
        <translation>
            <numerusform>PIN が違います。あと %n 回入力できます</numerusform>
        </translation>
    </message>
    <message>
        <source>the first camera</source>
        <translation>最初のカメラ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>no camera; the sample plays</source>
        <translation>カメラなし（サンプルを再生中）</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>映像なし</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} フレーム/秒</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>メッシュ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来場</translation>
    </message>
    <message>
        <source>Kept of visits</source>
        <translation>保存中の来場分</translation>
    </message>
    <message>
        <source>Last deletion</source>
        <translation>最後の削除</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>再起動の回数</translation>
    </message>
    <message>
        <source>{time} hours</source>
        <comment>on a clock</comment>
        <translation>{time}（時:分）</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Seconds until the photo is taken</source>
        <translation>写真を撮るまでの秒数</translation>
    </message>
    <message>
        <source>nothing is left</source>
        <translation>何も残っていません</translation>
    </message>
    <message>
        <source>not all could be deleted yet</source>
        <translation>まだ削除できていないものがあります</translation>
    </message>
    <message>
        <source>there was nothing</source>
        <translation>削除するものはありませんでした</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>不明な理由</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n フレーム</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meshes</source>
        <translation>
            <numerusform>%n 個のメッシュ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n viewers</source>
        <translation>
            <numerusform>閲覧者 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Dark or light as the system is</source>
        <translation>明暗をシステムに合わせる</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light text on dark grounds</source>
        <translation>暗い背景に明るい文字</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark text on light grounds</source>
        <translation>明るい背景に暗い文字</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>通常の大きさの文字</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Text a seventh larger</source>
        <translation>7 分の 1 大きい文字</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Text a third larger</source>
        <translation>3 分の 1 大きい文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Keep still</source>
        <translation>動きを抑える</translation>
    </message>
    <message>
        <source>Let nothing of the window move by itself</source>
        <translation>ウィンドウの中でひとりでに動くものをなくす</translation>
    </message>
    <message>
        <source>What this window speaks; it opens anew in another language</source>
        <translation>このウィンドウの言語。別の言語にすると開き直します</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>Show what {camera} sees. {facts}</source>
        <translation>{camera} の映像を表示する。{facts}</translation>
    </message>
    <message>
        <source>{rate} FPS</source>
        <translation>{rate} FPS</translation>
    </message>
    <message>
        <source>In use by {programs}</source>
        <translation>{programs} が使用中</translation>
    </message>
    <message>
        <source>Another program may be using it</source>
        <translation>ほかのプログラムが使用中の可能性があります</translation>
    </message>
    <message>
        <source>Gives no picture</source>
        <translation>映像が来ません</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>映像を PNG で保存する</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>次のビュー</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>記録一覧</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>There is no picture to save yet</source>
        <translation>保存できる映像がまだありません</translation>
    </message>
    <message>
        <source>There is nothing to pause yet</source>
        <translation>一時停止できるものがまだありません</translation>
    </message>
    <message>
        <source>Hold the picture</source>
        <translation>映像を止める</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>全画面表示を終了</translation>
    </message>
    <message>
        <source>View: {view}. Next view</source>
        <translation>ビュー: {view}。次のビューへ</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>ビュー: {view}</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>記録を停止</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録を開始</translation>
    </message>
    <message>
        <source>Stop recording first ({stop}), then look at it ({look})</source>
        <translation>先に記録を停止（{stop}）してから見てください（{look}）</translation>
    </message>
    <message numerus="yes">
        <source>Length and size of the recording; %n frames were left out</source>
        <translation>
            <numerusform>記録の長さとサイズ。%n フレームは記録されませんでした</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds until the recording begins</source>
        <translation>記録が始まるまでの秒数</translation>
    </message>
    <message>
        <source>FastMETRO Live: latency from glass to glass</source>
        <translation>FastMETRO Live: レンズから画面までのレイテンシー</translation>
    </message>
    <message>
        <source>{state} (Esc ends)</source>
        <translation>{state}（Esc で終了）</translation>
    </message>
    <message>
        <source>Waiting for the camera</source>
        <translation>カメラを待っています</translation>
    </message>
    <message>
        <source>Aim the camera at this screen: the squares at the left must be sharp (Esc ends)</source>
        <translation>カメラをこの画面に向け、左側の四角がはっきり写るようにしてください（Esc で終了）</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures with a code (Esc ends)</source>
        <translation>
            <numerusform>コードの写った画像 %n 枚（Esc で終了）</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time</source>
        <translation>映像に十分大きく写った手の指を読み取る（1 フレームに片手ずつ）。処理に時間がかかります</translation>
    </message>
    <message>
        <source>This model&apos;s body has no finger bones</source>
        <translation>このモデルの体には指のボーンがありません</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>指</translation>
    </message>
    <message>
        <source>About {ms} ms a frame</source>
        <translation>1 フレームに約 {ms} ms</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Motion of a joint</source>
        <translation>関節の動き</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>これを閉じる</translation>
    </message>
    <message>
        <source>Close the curves</source>
        <translation>曲線を閉じる</translation>
    </message>
    <message>
        <source>{quantity} of the joint in the last seconds</source>
        <translation>この数秒の関節の{quantity}</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>記録中 {time}</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>直近の 1 分</translation>
    </message>
    <message>
        <source>The last minute: time from capture to paint by its stages, and as a line pictures a second</source>
        <translation>直近の 1 分: 撮影から表示までの時間を段階ごとに、毎秒の映像数を線で示します</translation>
    </message>
    <message>
        <source>The folder for recordings cannot be used</source>
        <translation>記録用のフォルダーが使えません</translation>
    </message>
    <message>
        <source>Choose where snapshots and recordings go</source>
        <translation>スナップショットと記録の保存先を選ぶ</translation>
    </message>
    <message>
        <source>OpenGL does not work here, so the mesh is drawn more plainly</source>
        <translation>ここでは OpenGL が動かないため、メッシュを簡素に描画しています</translation>
    </message>
    <message>
        <source>Camera lost; trying again</source>
        <translation>カメラとの接続が切れました。接続し直しています</translation>
    </message>
    <message>
        <source>No camera, so the sample clip plays. Connect one, or close the program using it</source>
        <translation>カメラがないため、サンプル映像を再生しています。カメラをつなぐか、使用中のプログラムを閉じてください</translation>
    </message>
    <message>
        <source>The disk is nearly full: {size} left for recordings</source>
        <translation>ディスクの空きが残りわずかです。記録に使えるのは {size} です</translation>
    </message>
    <message>
        <source>No hand in view</source>
        <translation>手が写っていません</translation>
    </message>
    <message>
        <source>Nobody in view</source>
        <translation>人が写っていません</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Try at once</source>
        <translation>すぐに試す</translation>
    </message>
    <message>
        <source>Change what is sent</source>
        <translation>送るものを変える</translation>
    </message>
    <message>
        <source>The source has ended</source>
        <translation>ソースが終わりました</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>最初から始める</translation>
    </message>
    <message>
        <source>Look for a camera again</source>
        <translation>カメラをもう一度探す</translation>
    </message>
    <message>
        <source>Running on the CPU</source>
        <translation>CPU で動いています</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>理由を見る</translation>
    </message>
    <message>
        <source>Other folder</source>
        <translation>別のフォルダー</translation>
    </message>
    <message>
        <source>{choose} ({key} closes this)</source>
        <translation>{choose}（{key} で閉じる）</translation>
    </message>
    <message>
        <source>Nothing was recorded: no picture came</source>
        <translation>何も記録されませんでした。映像が来ませんでした</translation>
    </message>
    <message>
        <source>Recorded {name}, {size} MB</source>
        <translation>{name} を記録しました（{size} MB）</translation>
    </message>
    <message>
        <source>Look at what was recorded</source>
        <translation>記録したものを見る</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>再生する</translation>
    </message>
    <message numerus="yes">
        <source>encoding was too slow to keep the pictures of {missing} of %n frames</source>
        <translation>
            <numerusform>エンコードが間に合わず、%n フレームのうち {missing} フレームの映像が残っていません</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動しています</translation>
    </message>
    <message>
        <source>{reason} The mesh is the same, only slower. “{command}” says what would help.</source>
        <translation>{reason} メッシュは同じで、処理が遅くなるだけです。改善の方法は「{command}」で確認できます。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>わかりました</translation>
    </message>
    <message>
        <source>Why the CPU?</source>
        <translation>CPU で動く理由</translation>
    </message>
    <message>
        <source>Just a moment</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>The camera will be back shortly.</source>
        <translation>カメラはまもなく戻ります。</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Open a video or picture</source>
        <translation>動画または画像を開く</translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation>サンプルを使う</translation>
    </message>
    <message>
        <source>Show the sample clip</source>
        <translation>サンプル映像を表示する</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>カメラがありません</translation>
    </message>
    <message>
        <source>Use the bundled model</source>
        <translation>付属のモデルを使う</translation>
    </message>
    <message>
        <source>Leave the chosen one</source>
        <translation>選んだモデルの使用をやめる</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Copy what happened, to send to the makers</source>
        <translation>起きたことをコピーし、開発元に送れるようにする</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>開けません</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>うまくいきませんでした</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>レポートをクリップボードにコピーしました</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Nobody is followed</source>
        <translation>追跡中の人はいません</translation>
    </message>
    <message>
        <source>leads</source>
        <comment>this person</comment>
        <translation>リーダー</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>this person is</comment>
        <translation>非表示</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>this person is being</comment>
        <translation>記録中</translation>
    </message>
    <message>
        <source>Name of {person}</source>
        <translation>{person} の名前</translation>
    </message>
    <message>
        <source>A name for this person, while this window is open</source>
        <translation>この人物の名前（このウィンドウを開いている間）</translation>
    </message>
    <message>
        <source>Lead: {person}</source>
        <translation>{person} をリーダーにする</translation>
    </message>
    <message>
        <source>Let whoever stands nearest lead</source>
        <translation>最も近くに立つ人をリーダーにする</translation>
    </message>
    <message>
        <source>Let this person lead while there</source>
        <translation>この人物が写っている間、リーダーにする</translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>{person} を隠す</translation>
    </message>
    <message>
        <source>Draw this person again</source>
        <translation>この人物をまた描画する</translation>
    </message>
    <message>
        <source>Draw this person no more; recordings keep all</source>
        <translation>この人物を描画しない。記録には全員が残ります</translation>
    </message>
    <message>
        <source>Forget {person}</source>
        <translation>{person} を忘れる</translation>
    </message>
    <message>
        <source>Forget name and number; whoever stands there is somebody new</source>
        <translation>名前と番号を忘れる。そこに立つ人は新しい人物になります</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>人物 {number}</translation>
    </message>
    <message>
        <source>Folder for snapshots and recordings</source>
        <translation>スナップショットと記録のフォルダー</translation>
    </message>
    <message>
        <source>FPS</source>
        <translation>FPS</translation>
    </message>
    <message>
        <source>Frames a second that the source delivers</source>
        <translation>ソースから届く毎秒のフレーム数</translation>
    </message>
    <message>
        <source>Frames a second that are turned into meshes</source>
        <translation>メッシュにする毎秒のフレーム数</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>New pictures a second on the screen</source>
        <translation>画面に出る毎秒の新しい映像の数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>レイテンシー</translation>
    </message>
    <message>
        <source>From the captured frame to its paint: half of the frames are faster</source>
        <translation>フレームの撮影から表示まで。半数のフレームはこれより速く表示されます</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % 値</translation>
    </message>
    <message>
        <source>One frame in twenty takes longer than this from capture to paint</source>
        <translation>20 フレームに 1 つは、撮影から表示までにこれより長くかかります</translation>
    </message>
    <message>
        <source>Feet slide</source>
        <translation>足の滑り</translation>
    </message>
    <message>
        <source>How fast feet slide while they stand; nothing while none stands in the picture</source>
        <translation>立っている足が滑る速さ。映像の中に立っている足がなければ何も出ません</translation>
    </message>
    <message>
        <source>Shaking</source>
        <translation>揺れ</translation>
    </message>
    <message>
        <source>Acceleration of joints as shown: their own motion and what they tremble</source>
        <translation>表示される関節の加速度。関節自体の動きと震えを含みます</translation>
    </message>
    <message>
        <source>Network&apos;s</source>
        <translation>元の揺れ</translation>
    </message>
    <message>
        <source>Acceleration of joints as the network gives them, before they are steadied</source>
        <translation>ネットワークが出した、安定させる前の関節の加速度</translation>
    </message>
    <message>
        <source>Frame rate, time from camera to screen, and what does the work. Details</source>
        <translation>フレームレート、カメラから画面までの時間、処理するデバイス。詳細</translation>
    </message>
    <message>
        <source>{rate} FPS · {latency} ms</source>
        <translation>{rate} FPS · {latency} ms</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>まだ何も表示されていません</translation>
    </message>
    <message>
        <source>{rate} frames a second, {latency} milliseconds from camera to screen</source>
        <translation>毎秒 {rate} フレーム、カメラから画面まで {latency} ミリ秒</translation>
    </message>
    <message>
        <source>Details of speed and latency</source>
        <translation>速度とレイテンシーの詳細</translation>
    </message>
    <message>
        <source>Capture to paint, mean</source>
        <translation>撮影から表示まで（平均）</translation>
    </message>
    <message>
        <source>Camera frames left out because a newer one was there: so nothing queues up</source>
        <translation>より新しいフレームがあったために省いたカメラのフレーム。これで処理待ちがたまりません</translation>
    </message>
    <message numerus="yes">
        <source>%n frames replaced by newer ones</source>
        <translation>
            <numerusform>%n フレームを新しいものに置き換え</numerusform>
        </translation>
    </message>
    <message>
        <source>How the time from capture to paint is divided</source>
        <translation>撮影から表示までの時間の内訳</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>記録できるものがまだありません</translation>
    </message>
    <message>
        <source>The snapshot could not be saved: {why}</source>
        <translation>スナップショットを保存できませんでした: {why}</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>ファイルマネージャーで表示する</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} を保存しました</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>The report could not be written</source>
        <translation>レポートを書き込めませんでした</translation>
    </message>
    <message>
        <source>The report is {name}; read it before you send it</source>
        <translation>レポートは {name} です。送る前に内容を確認してください</translation>
    </message>
    <message>
        <source>Avatar (VMC)</source>
        <translation>アバター (VMC)</translation>
    </message>
    <message>
        <source>127.0.0.1, then Enter</source>
        <translation>127.0.0.1 と入力して Enter</translation>
    </message>
    <message>
        <source>The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. Empty sends nothing</source>
        <translation>VSeeFace や Warudo など、アバターを表示するプログラムのアドレス（HOST または HOST:PORT）。最も近く、最も中央に立つ人のボーンを送り、映像は送りません。空欄なら何も送りません</translation>
    </message>
    <message>
        <source>Page for browsers and OBS</source>
        <translation>ブラウザーと OBS 用のページ</translation>
    </message>
    <message>
        <source>8080, then Enter</source>
        <translation>8080 と入力して Enter</translation>
    </message>
    <message>
        <source>The port of a page that shows the picture, and under /mesh the people alone, to programs of this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing</source>
        <translation>このコンピューターのプログラムに映像を見せるページのポート。/mesh では人物だけを見せます。0.0.0.0:8080 とすると、このネットワークにも見せます。空欄なら何も見せません</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>パネルを閉じる</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>設定を閉じる</translation>
    </message>
    <message>
        <source>The most followed at once</source>
        <translation>同時に追跡する最大の人数</translation>
    </message>
    <message>
        <source>Choose “Up to” to follow several</source>
        <translation>複数の人を追跡するには「最大」を選んでください</translation>
    </message>
    <message>
        <source>How much the mesh hides of the picture</source>
        <translation>メッシュが映像を隠す度合い</translation>
    </message>
    <message>
        <source>Only a mesh drawn over the picture can be seen through</source>
        <translation>透かして見られるのは、映像に重ねたメッシュだけです</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>記録（{record}）にはメッシュ、関節、カメラ、時刻と、カメラの映像の動画が入り、このコンピューターだけに保存されます。スナップショット（{snapshot}）には表示どおりの映像が入ります。</translation>
    </message>
    <message>
        <source>Recordings ({record}) hold meshes, joints, cameras and times, but no picture. Snapshots ({snapshot}) hold the picture as it is shown.</source>
        <translation>記録（{record}）にはメッシュ、関節、カメラ、時刻が入り、映像は入りません。スナップショット（{snapshot}）には表示どおりの映像が入ります。</translation>
    </message>
    <message>
        <source>Bundled model</source>
        <translation>付属のモデル</translation>
    </message>
    <message>
        <source>The network that makes the mesh</source>
        <translation>メッシュを作るネットワーク</translation>
    </message>
    <message>
        <source>Only the bundled model is installed; add others with “main.py models import”</source>
        <translation>付属のモデルだけがインストールされています。ほかのモデルは「main.py models import」で追加できます</translation>
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
        <translation>手ごとに色分け</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>人物ごとに色分け</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>One</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>Follow one, the nearest</source>
        <translation>最も近い 1 人を追跡する</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Follow several at once; each costs time</source>
        <translation>複数の人を同時に追跡する。1 人ごとに処理時間が増えます</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追跡</translation>
    </message>
    <message>
        <source>Most followed at once</source>
        <translation>同時に追跡する最大の人数</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身長</translation>
    </message>
    <message>
        <source>How tall the person is, without shoes; sizes and distances are then right instead of guessed. Of several people it is that of the one who stands nearest and most in the middle</source>
        <translation>靴を除いた身長。入力すると、大きさと距離が推定ではなく正確になります。複数の人がいるときは、最も近く、最も中央に立つ人の身長です</translation>
    </message>
    <message>
        <source>MESH</source>
        <translation>メッシュ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Draw the surface of the body</source>
        <translation>体の表面を描画する</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>スケルトン</translation>
    </message>
    <message>
        <source>Draw joints and bones</source>
        <translation>関節とボーンを描画する</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Draw the surface and the joints</source>
        <translation>表面と関節を描画する</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>重ね</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>映像に重ねる</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>The mesh alone</source>
        <translation>メッシュだけ</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>並列</translation>
    </message>
    <message>
        <source>Picture and mesh side by side</source>
        <translation>映像とメッシュを並べる</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>周回</translation>
    </message>
    <message>
        <source>From around: drag to turn, wheel to come nearer</source>
        <translation>体のまわりを周回して見る。ドラッグで回転、ホイールで近づく</translation>
    </message>
    <message>
        <source>View</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>質感</translation>
    </message>
    <message>
        <source>How the mesh looks</source>
        <translation>メッシュの見た目</translation>
    </message>
    <message>
        <source>Tell those who are followed apart by colour</source>
        <translation>追跡中の人を色で見分ける</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>SMOOTHING</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>Steady shakes less and follows later; quick follows at once</source>
        <translation>「安定」は揺れが少なく遅れて追従し、「即応」はすぐに追従します</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>安定</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>即応</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Show or hide the filter&apos;s own figures</source>
        <translation>フィルターの数値を表示または非表示にする</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Choose the folder for snapshots and recordings</source>
        <translation>スナップショットと記録のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>ファイルマネージャーでフォルダーを開く</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Keep the video too</source>
        <translation>動画も残す</translation>
    </message>
    <message>
        <source>From the next recording on, store what the camera sees as a video file beside the meshes</source>
        <translation>次の記録から、カメラの映像を動画ファイルとしてメッシュと一緒に保存する</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Show what every key does</source>
        <translation>すべてのキーの働きを表示する</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>問題を報告</translation>
    </message>
    <message>
        <source>Write versions, settings without addresses and names, and the end of the log into one file</source>
        <translation>バージョン、アドレスと名前を除いた設定、ログの末尾を 1 つのファイルに書き出す</translation>
    </message>
    <message>
        <source>No filter: every frame is shown as it is.</source>
        <translation>フィルターなし: すべてのフレームをそのまま表示します。</translation>
    </message>
    <message>
        <source>Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, distance {distance} ms. Steady motion has no lag; the lag above is that of a waving hand at {rate} frames a second.</source>
        <translation>トレンドフィルターの時定数: 体 {body} ms、奥行き {depth} ms、位置 {place} ms、距離 {distance} ms。一定の動きには遅れがありません。上の遅れは、毎秒 {rate} フレームで手を振ったときの値です。</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>ソースを選ぶ</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>カメラを探しています…</translation>
    </message>
    <message>
        <source>CAMERAS</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>履歴を消す</translation>
    </message>
    <message>
        <source>Remember none of these files and streams any more</source>
        <translation>これらのファイルとストリームの履歴を残さない</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>サンプル映像</translation>
    </message>
    <message>
        <source>Show the sample clip, which needs no camera</source>
        <translation>カメラのいらないサンプル映像を表示する</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>rtsp:// or http:// address, then Enter</source>
        <translation>rtsp:// か http:// のアドレスと Enter</translation>
    </message>
    <message>
        <source>The address of a network camera or stream; Enter opens it</source>
        <translation>ネットワークカメラまたはストリームのアドレス。Enter で開きます</translation>
    </message>
    <message>
        <source>Stream address</source>
        <translation>ストリームのアドレス</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in; it is shown here at once.</source>
        <translation>カメラが見つかりませんでした。つなぐと、すぐここに表示されます。</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>{name} をもう一度開く</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>YUYV (raw)</source>
        <translation>YUYV（非圧縮）</translation>
    </message>
    <message>
        <source>UYVY (raw)</source>
        <translation>UYVY（非圧縮）</translation>
    </message>
    <message>
        <source>NV12 (raw)</source>
        <translation>NV12（非圧縮）</translation>
    </message>
    <message>
        <source>Where the picture comes from. Open a file</source>
        <translation>映像のソース。ファイルを開くこともできます</translation>
    </message>
    <message>
        <source>See what every camera sees, and what was open before</source>
        <translation>すべてのカメラの映像と、以前に開いたものを見る</translation>
    </message>
    <message>
        <source>Look through the sources</source>
        <translation>ソースを一覧から選ぶ</translation>
    </message>
    <message>
        <source>Camera size</source>
        <translation>カメラのサイズ</translation>
    </message>
    <message>
        <source>Camera rate</source>
        <translation>カメラのレート</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>ピクセル形式</translation>
    </message>
    <message>
        <source>By the word of its driver</source>
        <translation>ドライバーによる値</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Show the picture as a mirror does; recordings are not mirrored</source>
        <translation>鏡のように映像を表示する。記録は左右反転しません</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>画角</translation>
    </message>
    <message>
        <source>How wide the camera sees, from side to side; it places people at the right distance</source>
        <translation>カメラに写る左右の広さ。人物が正しい距離に置かれます</translation>
    </message>
    <message>
        <source>The camera gives {format}</source>
        <translation>カメラの出力: {format}</translation>
    </message>
    <message>
        <source>Sample (no camera)</source>
        <translation>サンプル（カメラなし）</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>最初のカメラ</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Stream…</source>
        <translation>ストリーム…</translation>
    </message>
    <message>
        <source>Pixels that the camera is asked for; below stands what it gives</source>
        <translation>カメラに求めるピクセル数。実際の値は下に出ます</translation>
    </message>
    <message>
        <source>Frames a second that the camera is asked for; below stands what it gives</source>
        <translation>カメラに求める毎秒のフレーム数。実際の値は下に出ます</translation>
    </message>
    <message>
        <source>How the camera is asked to send pixels; below stands what it gives</source>
        <translation>カメラに求めるピクセルの送り方。実際の値は下に出ます</translation>
    </message>
    <message>
        <source>Only a camera can be asked for another size, rate or format</source>
        <translation>サイズ、レート、形式を変えられるのはカメラだけです</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Take: by date and time</source>
        <translation>テイク名: 日付と時刻</translation>
    </message>
    <message>
        <source>What recordings are called from now on, each with its number, such as “walk 01”. Empty names them by date and time</source>
        <translation>これからの記録の名前。「歩行 01」のように、それぞれに番号が付きます。空欄なら日付と時刻が名前になります</translation>
    </message>
    <message>
        <source>Name of takes</source>
        <translation>テイクの名前</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>カウントダウン</translation>
    </message>
    <message>
        <source>How long it is counted down before a recording begins</source>
        <translation>記録が始まるまでのカウントダウンの長さ</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>写るもの</translation>
    </message>
    <message>
        <source>Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, drawn over the picture as they move. This computer does all of it.</source>
        <translation>カメラの前の人や、開いた動画の中の人が、3 次元の体になって、動きに合わせて映像に重なります。処理はすべてこのコンピューターで行います。</translation>
    </message>
    <message>
        <source>What it stores</source>
        <translation>保存するもの</translation>
    </message>
    <message>
        <source>Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, unless you say in the settings that it shall. Nothing leaves this computer.</source>
        <translation>操作しない限り、何も保存しません。{key} で映像を保存します。記録に入るのは体だけで、設定で選ばない限り映像は入りません。このコンピューターの外には何も出ません。</translation>
    </message>
    <message>
        <source>How to record</source>
        <translation>記録のしかた</translation>
    </message>
    <message>
        <source>The red button or {record} begins and ends a recording. {recordings} shows what you have recorded, to look at, refine and export. {keys} shows all keys.</source>
        <translation>赤いボタンまたは {record} で記録を開始、停止します。{recordings} を押すと、記録したものを見たり、補正したり、書き出したりできます。{keys} ですべてのキーを表示します。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>The next card</source>
        <translation>次のカード</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>{number} of {cards}: {heading}</source>
        <translation>{number}/{cards}: {heading}</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>記録はまだありません</translation>
    </message>
    <message>
        <source>In the live window press {key} to record the people you see, and {key} again to stop. Recordings are kept in the folder “{folder}”.</source>
        <translation>ライブのウィンドウで {key} を押すと、写っている人の記録を始め、もう一度 {key} を押すと停止します。記録はフォルダー「{folder}」に保存されます。</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>ライブに戻る</translation>
    </message>
    <message>
        <source>Open a recording that lies elsewhere</source>
        <translation>ほかの場所にある記録を開く</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>Some frames of this recording are damaged</source>
        <translation>この記録には破損したフレームがあります</translation>
    </message>
    <message>
        <source>Copy what is sound into a new recording</source>
        <translation>正常な部分を新しい記録にコピーする</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>記録中です</translation>
    </message>
    <message>
        <source>This recording can be played once it has been stopped.</source>
        <translation>この記録は、停止すると再生できます。</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>再生できません</translation>
    </message>
    <message>
        <source>This recording is damaged</source>
        <translation>この記録は破損しています</translation>
    </message>
    <message>
        <source>It was cut off or changed on the disk. Repair copies what is sound into a new recording and leaves this one as it is.</source>
        <translation>途中で切れたか、ディスク上で変更されています。「修復」は正常な部分を新しい記録にコピーし、この記録はそのまま残します。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>この記録を削除する</translation>
    </message>
    <message>
        <source>The recording itself stays as it is; {key} shows it, and {key} again the refined motion.</source>
        <translation>元の記録はそのまま残ります。{key} で元の記録を、もう一度 {key} で補正済みの動きを表示します。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Write it in another program&apos;s format</source>
        <translation>ほかのプログラムの形式で書き出す</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>補正済み</translation>
    </message>
    <message>
        <source>“{name}” and its video will be moved to the bin.</source>
        <translation>「{name}」とその動画をゴミ箱に移動します。</translation>
    </message>
    <message>
        <source>“{name}” will be moved to the bin.</source>
        <translation>「{name}」をゴミ箱に移動します。</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>この記録を削除しますか？</translation>
    </message>
    <message>
        <source>Move it to the bin</source>
        <translation>ゴミ箱に移動する</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>今の場所に残す</translation>
    </message>
    <message>
        <source>There is no bin here</source>
        <translation>ここにはゴミ箱がありません</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved to a bin. Deleted for good, it cannot be brought back.</source>
        <translation>「{name}」はゴミ箱に移動できません。完全に削除すると、元に戻せません。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>It is final</source>
        <translation>元に戻せません</translation>
    </message>
    <message>
        <source>x, right</source>
        <translation>x（右）</translation>
    </message>
    <message>
        <source>y, down</source>
        <translation>y（下）</translation>
    </message>
    <message>
        <source>z, away</source>
        <translation>z（奥）</translation>
    </message>
    <message>
        <source>Reading the joints…</source>
        <translation>関節を読み込んでいます…</translation>
    </message>
    <message>
        <source>Nobody is in this recording</source>
        <translation>この記録には人がいません</translation>
    </message>
    <message>
        <source>This joint has no angle; elbows, knees, hips and shoulders have one</source>
        <translation>この関節には角度がありません。角度があるのは肘、膝、股関節、肩です</translation>
    </message>
    <message>
        <source>Curves of a joint</source>
        <translation>関節の曲線</translation>
    </message>
    <message>
        <source>Person of the curves</source>
        <translation>曲線の人物</translation>
    </message>
    <message>
        <source>Whose joint it is</source>
        <translation>どの人物の関節か</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>関節</translation>
    </message>
    <message>
        <source>Which joint is shown</source>
        <translation>表示する関節</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>表示する量</translation>
    </message>
    <message>
        <source>Where the joint is, seen from the camera, or how fast it moves</source>
        <translation>カメラから見た関節の位置、または動く速さ</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>値を保存</translation>
    </message>
    <message>
        <source>Write these curves, from in to out point, as a table (CSV)</source>
        <translation>イン点からアウト点までの曲線を表（CSV）に書き出す</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>元の記録</translation>
    </message>
    <message>
        <source>“Refine” ({key}) adds the refined curve</source>
        <translation>「補正」（{key}）で補正済みの曲線を加えます</translation>
    </message>
    <message>
        <source>away</source>
        <comment>this person is</comment>
        <translation>不在</translation>
    </message>
    <message>
        <source>Bones&apos; own names</source>
        <translation>元のボーン名</translation>
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
        <translation>元のレストポーズ</translation>
    </message>
    <message>
        <source>T-pose</source>
        <translation>T ポーズ</translation>
    </message>
    <message>
        <source>A-pose</source>
        <translation>A ポーズ</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} の書き出し</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Needs {package}: {command}</source>
        <translation>{package} が必要です: {command}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Whom to export</source>
        <translation>書き出す人物</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>What to export: the in and out points of the player, or all</source>
        <translation>書き出す範囲: プレーヤーのイン点からアウト点まで、またはすべて</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>{start} から {end} まで</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>記録全体</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>レート</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>毎秒のフレーム数</translation>
    </message>
    <message>
        <source>As recorded, {rate} a second</source>
        <translation>記録のまま（毎秒 {rate}）</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>毎秒 {rate}</translation>
    </message>
    <message>
        <source>From where a video shows the people</source>
        <translation>動画で人物を見る向き</translation>
    </message>
    <message>
        <source>As the camera saw them</source>
        <translation>カメラから見たまま</translation>
    </message>
    <message>
        <source>Over the kept video</source>
        <translation>残した動画に重ねる</translation>
    </message>
    <message>
        <source>From around, as set now</source>
        <translation>周回（今の向き）</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>原点</translation>
    </message>
    <message>
        <source>Where the origin is, and which way is forward</source>
        <translation>原点の位置と、正面の向き</translation>
    </message>
    <message>
        <source>On the floor under the first step, facing forward</source>
        <translation>最初の一歩の真下の床、正面向き</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Names of bones</source>
        <translation>ボーンの名前</translation>
    </message>
    <message>
        <source>Whose names bones have</source>
        <translation>どのプログラムのボーン名を使うか</translation>
    </message>
    <message>
        <source>Rest pose</source>
        <translation>レストポーズ</translation>
    </message>
    <message>
        <source>The pose in which bones and skin rest; the motion stays</source>
        <translation>ボーンと表面の基本になる姿勢。動きは変わりません</translation>
    </message>
    <message>
        <source>Refine the motion</source>
        <translation>動きを補正</translation>
    </message>
    <message>
        <source>Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays</source>
        <translation>遅れなしで平滑化し、短い欠落を埋め、立っている足を固定する。元の記録は残ります</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>ボーン</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>書き出したものをファイルマネージャーで表示する</translation>
    </message>
    <message>
        <source>Choose a place and write it</source>
        <translation>保存先を選んで書き出す</translation>
    </message>
    <message>
        <source>This format keeps the recorded moments</source>
        <translation>この形式では記録した時刻のままになります</translation>
    </message>
    <message>
        <source>The origin of this format is always the same</source>
        <translation>この形式の原点は常に同じです</translation>
    </message>
    <message>
        <source>This format has no bones to name</source>
        <translation>この形式には名前を付けるボーンがありません</translation>
    </message>
    <message>
        <source>From where the video shows the people</source>
        <translation>動画で人物を見る向き</translation>
    </message>
    <message>
        <source>This format holds the meshes or bones themselves, to be looked at from anywhere</source>
        <translation>この形式にはメッシュやボーンそのものが入り、どの向きからも見られます</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} を書き出しています</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>停止しました。何も書き出していません。</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {names} and %n more.</source>
        <comment>files</comment>
        <translation>
            <numerusform>{names} とほか %n 件を書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote {names}.</source>
        <translation>{names} を書き出しました。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>停止する。何も書き出しません</translation>
    </message>
    <message>
        <source>Smooth the motion, fill short gaps and hold standing feet still; the recording stays</source>
        <translation>動きを平滑化し、短い欠落を埋め、立っている足を固定する。元の記録は残ります</translation>
    </message>
    <message>
        <source>Put right who is who: swap people, join or split them; the recording stays</source>
        <translation>人物の取り違えを直す（入れ替え、統合、分割）。元の記録は残ります</translation>
    </message>
    <message>
        <source>Where a joint was over time, as recorded and as refined</source>
        <translation>関節の位置の時間変化（元の記録と補正済み）</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>人物の修正</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>モデル {name}</translation>
    </message>
    <message>
        <source>There is no recording open</source>
        <translation>開いている記録がありません</translation>
    </message>
    <message>
        <source>This recording cannot be read</source>
        <translation>この記録は読み取れません</translation>
    </message>
    <message>
        <source>Show the recorded motion</source>
        <translation>元の動きを表示する</translation>
    </message>
    <message>
        <source>Show the refined motion</source>
        <translation>補正済みの動きを表示する</translation>
    </message>
    <message>
        <source>Something is being done already</source>
        <translation>別の処理をしているところです</translation>
    </message>
    <message>
        <source>Name of the recording</source>
        <translation>記録の名前</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>Enter で名前を確定、Esc で元の名前に戻す</translation>
    </message>
    <message>
        <source>Delete ({delete}); {undo} brings it back</source>
        <translation>削除（{delete}）。{undo} で元に戻せます</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>frames</comment>
        <translation>
            <numerusform>欠落 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Refining the motion</source>
        <translation>動きを補正しています</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>修復しています</translation>
    </message>
    <message numerus="yes">
        <source>%n frames lost: {cause}</source>
        <translation>
            <numerusform>%n フレームが欠落: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>記録を開く</translation>
    </message>
    <message>
        <source>The values could not be saved: {why}</source>
        <translation>値を保存できませんでした: {why}</translation>
    </message>
    <message>
        <source>People of {name}</source>
        <translation>{name} の人物</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>対象の人物</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>And whom</source>
        <translation>相手の人物</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>入れ替え</translation>
    </message>
    <message>
        <source>From {moment} on each of the two is the other one</source>
        <translation>{moment} から 2 人を互いに入れ替える</translation>
    </message>
    <message>
        <source>Are one person</source>
        <translation>同じ人物にする</translation>
    </message>
    <message>
        <source>All of the other is this person; they must never be there both</source>
        <translation>相手をすべてこの人物にする。2 人が同時にいる場面があると使えません</translation>
    </message>
    <message>
        <source>Is somebody new</source>
        <translation>新しい人物にする</translation>
    </message>
    <message>
        <source>From {moment} on this is another person, with a number of their own</source>
        <translation>{moment} から別の人物とし、新しい番号を付ける</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>直前の修正を取り消す</translation>
    </message>
    <message>
        <source>Take back what was put right last</source>
        <translation>最後に直したところを元に戻す</translation>
    </message>
    <message>
        <source>Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: what is put right is written beside it.</source>
        <translation>入れ替えと分割は、表示中の {moment} から後に適用されます。記録はそのまま残り、直した内容は別のファイルに書き込まれます。</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>人物を 2 人選んでください。</translation>
    </message>
    <message>
        <source>Swapped persons {one} and {other} from here on</source>
        <translation>ここから人物 {one} と {other} を入れ替えました</translation>
    </message>
    <message>
        <source>Person {other} is person {one} now</source>
        <translation>人物 {other} を人物 {one} にしました</translation>
    </message>
    <message>
        <source>Person {one} is person {other} from here on</source>
        <translation>ここから人物 {one} を人物 {other} にしました</translation>
    </message>
    <message>
        <source>Took the last step back</source>
        <translation>直前の修正を取り消しました</translation>
    </message>
    <message>
        <source>It could not be written beside the recording: {why}</source>
        <translation>記録の隣に書き込めませんでした: {why}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Open the folder of the recordings in the file manager</source>
        <translation>記録のフォルダーをファイルマネージャーで開く</translation>
    </message>
    <message>
        <source>It could not be renamed: {why}</source>
        <translation>名前を変更できませんでした: {why}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>元の場所に戻す</translation>
    </message>
    <message>
        <source>Moved {name} to the bin</source>
        <translation>{name} をゴミ箱に移動しました</translation>
    </message>
    <message>
        <source>It could not be brought back: {why}</source>
        <translation>元に戻せませんでした: {why}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>{name} を元に戻しました</translation>
    </message>
    <message>
        <source>It could not be deleted: {why}</source>
        <translation>削除できませんでした: {why}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} を削除しました</translation>
    </message>
    <message>
        <source>Choose with {previous} and {next}, play with Enter</source>
        <translation>{previous} と {next} で選び、Enter で再生する</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>video</source>
        <translation>動画</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>人なし</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
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
        <translation>両足が接地</translation>
    </message>
    <message>
        <source>left foot stands</source>
        <translation>左足が接地</translation>
    </message>
    <message>
        <source>right foot stands</source>
        <translation>右足が接地</translation>
    </message>
    <message>
        <source>no foot stands</source>
        <translation>接地なし</translation>
    </message>
    <message>
        <source>Hills: how fast joints move on average, up to {fastest} m/s
Bar: where the person is there; a gap where not, white where filled in
Two lines under it: where the left foot stands, and the right one
Ticks at the top: where frames were lost</source>
        <translation>山: 関節の平均の速さ（最大 {fastest} m/s）
帯: 人がいるところ。いないところは空白、補完したところは白
その下の 2 本の線: 左足と右足が接地しているところ
上の目盛り: フレームが失われたところ</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>補完</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Drag to look through; {back} and {on} go frame by frame, {beginning} and {end} to the ends</source>
        <translation>ドラッグで見たい位置へ。{back} と {on} で 1 フレームずつ、{beginning} と {end} で先頭と末尾へ移動</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>人がいません</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>書き出し対象外</translation>
    </message>
    <message>
        <source>Over the video</source>
        <translation>動画に重ねる</translation>
    </message>
    <message>
        <source>As the camera saw it</source>
        <translation>カメラから見たまま</translation>
    </message>
    <message>
        <source>Video and mesh side by side</source>
        <translation>動画とメッシュを並べる</translation>
    </message>
    <message>
        <source>No video was kept with this recording; switch on “Keep the video too” before you record</source>
        <translation>この記録には動画がありません。記録の前に「動画も残す」をオンにしてください</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>プレーヤー</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>1 フレーム戻る</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>1 フレーム進む</translation>
    </message>
    <message>
        <source>Exports begin here; press again to take it away</source>
        <translation>書き出しはここから始まります。もう一度押すと外れます</translation>
    </message>
    <message>
        <source>In point</source>
        <translation>イン点</translation>
    </message>
    <message>
        <source>Exports end here; press again to take it away</source>
        <translation>書き出しはここで終わります。もう一度押すと外れます</translation>
    </message>
    <message>
        <source>Out point</source>
        <translation>アウト点</translation>
    </message>
    <message>
        <source>Play again and again</source>
        <translation>繰り返し再生する</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Where it is, and how long it is</source>
        <translation>今の位置と全体の長さ</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>of playing</comment>
        <translation>再生速度</translation>
    </message>
    <message>
        <source>How fast it plays ({slower} and {faster})</source>
        <translation>再生する速さ（{slower} と {faster}）</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>この処理を停止する</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>一時停止、または再開</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>記録を開始、または停止</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>映像を保存</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>映像を左右反転</translation>
    </message>
    <message>
        <source>Details of the timing</source>
        <translation>処理時間の詳細</translation>
    </message>
    <message>
        <source>Open or close the settings</source>
        <translation>設定を開く、または閉じる</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>設定に移動</translation>
    </message>
    <message>
        <source>Look through cameras and other sources</source>
        <translation>カメラとほかのソースを見る</translation>
    </message>
    <message>
        <source>Show the recordings</source>
        <translation>記録一覧を表示</translation>
    </message>
    <message>
        <source>From around: turn left</source>
        <translation>周回: 左に回す</translation>
    </message>
    <message>
        <source>From around: turn right</source>
        <translation>周回: 右に回す</translation>
    </message>
    <message>
        <source>From around: turn up</source>
        <translation>周回: 上に回す</translation>
    </message>
    <message>
        <source>From around: turn down</source>
        <translation>周回: 下に回す</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>再生、または一時停止</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>1 秒戻る</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>1 秒進む</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>先頭に移動</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>末尾に移動</translation>
    </message>
    <message>
        <source>In point: exports begin here</source>
        <translation>イン点: 書き出しの始まり</translation>
    </message>
    <message>
        <source>Out point: exports end here</source>
        <translation>アウト点: 書き出しの終わり</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>遅く再生</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>速く再生</translation>
    </message>
    <message>
        <source>The recording above</source>
        <translation>上の記録</translation>
    </message>
    <message>
        <source>The recording below</source>
        <translation>下の記録</translation>
    </message>
    <message>
        <source>Curves of a joint, recorded and refined</source>
        <translation>関節の曲線（元の記録と補正済み）</translation>
    </message>
    <message>
        <source>Put right who is who</source>
        <translation>人物の取り違えを直す</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>最後に削除したものを元に戻す</translation>
    </message>
    <message>
        <source>From around: nearer</source>
        <translation>周回: 近づく</translation>
    </message>
    <message>
        <source>From around: farther away</source>
        <translation>周回: 遠ざかる</translation>
    </message>
    <message>
        <source>Close what is open, or leave</source>
        <translation>開いているものを閉じる、または前に戻る</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>キー一覧を表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Space</translation>
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
        <translation>{one} または {other}</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <comment>a tooltip and its keys</comment>
        <translation>{text}（{keys}）</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>エラーの詳細</translation>
    </message>
    <message>
        <source>What a report would say</source>
        <translation>レポートの内容</translation>
    </message>
    <message>
        <source>Show or hide what exactly happened</source>
        <translation>起きたことの詳細を表示または非表示にする</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Drag to look through; in and out point choose what is shown</source>
        <translation>ドラッグで見たい位置へ。イン点とアウト点で表示範囲を選ぶ</translation>
    </message>
    <message>
        <source>Right ankle</source>
        <translation>右足首</translation>
    </message>
    <message>
        <source>Right knee</source>
        <translation>右膝</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>右股関節</translation>
    </message>
    <message>
        <source>Right wrist</source>
        <translation>右手首</translation>
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
        <translation>左足首</translation>
    </message>
    <message>
        <source>Left knee</source>
        <translation>左膝</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>左股関節</translation>
    </message>
    <message>
        <source>Left wrist</source>
        <translation>左手首</translation>
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
        <translation>首</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>手首</translation>
    </message>
    <message>
        <source>Thumb</source>
        <translation>親指</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>人差し指</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中指</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>薬指</translation>
    </message>
    <message>
        <source>Pinky</source>
        <translation>小指</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>記録一覧</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>キーとその働き</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>ライブ映像</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>メッシュだけ</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>From around</source>
        <translation>周回</translation>
    </message>
    <message>
        <source>{text} ({key} for the next view)</source>
        <translation>{text}（{key} で次のビュー）</translation>
    </message>
    <message>
        <source>Stop recording first</source>
        <translation>先に記録を停止してください</translation>
    </message>
    <message>
        <source>Open the camera anew</source>
        <translation>カメラを開き直す</translation>
    </message>
    <message>
        <source>Delete the last visit&apos;s recording</source>
        <translation>直前の来場の記録を削除</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>プログラムを終了</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Wait for its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>人の検出</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>メッシュ</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>手</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside the program. A report helps to fix it.</source>
        <translation>プログラムの中で予期しない問題が起きました。レポートがあると修正の助けになります。</translation>
    </message>
    <message>
        <source>{0} is there already and holds no JSON; name another file.</source>
        <translation>{0} はすでにあり、中身が JSON ではありません。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The model names {0} joints, a {1}&apos;s skeleton is drawn from the first {2}; export the model again with them.</source>
        <translation>モデルにある関節の名前は {0} 個ですが、{1} のスケルトンは最初の {2} 個から描画します。それらを含めてモデルを書き出し直してください。</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are both in {2} frames, so they are not one; split them where they change first.</source>
        <translation>人物 {0} と {1} は {2} フレームで同時にいるため、同じ人物ではありません。先に、入れ替わるところで分割してください。</translation>
    </message>
    <message>
        <source>From frame {0} on {1} cannot be {2}: {3} must be there, and {4} nowhere.</source>
        <translation>フレーム {0} から後の人物 {1} を人物 {2} にはできません。人物 {3} がそこにいて、人物 {4} がどこにもいないことが必要です。</translation>
    </message>
    <message>
        <source>Persons {0} and {1} are not both there from frame {2} on; choose others.</source>
        <translation>フレーム {2} から後に人物 {0} と {1} の両方がいるわけではありません。別の人物を選んでください。</translation>
    </message>
    <message>
        <source>{0}, which says who is who, cannot be used ({1}); mend or delete it.</source>
        <translation>人物の修正を収めた {0} が使えません（{1}）。直すか、削除してください。</translation>
    </message>
    <message>
        <source>Names of {0} are for whole bodies; export this one with --names anny.</source>
        <translation>{0} のボーン名は全身用です。この記録は --names anny を付けて書き出してください。</translation>
    </message>
    <message>
        <source>A view or a look is for mp4; {0} holds the meshes or bones themselves.</source>
        <translation>ビューと質感は mp4 のためのものです。{0} にはメッシュやボーンそのものが入ります。</translation>
    </message>
    <message>
        <source>Influences are for {0}; {1} holds no mesh that bones move.</source>
        <translation>頂点ごとのボーン数の指定は {0} のためのものです。{1} にはボーンで動くメッシュがありません。</translation>
    </message>
    <message>
        <source>Names and rest poses of bones are for {0}; {1} has none to choose.</source>
        <translation>ボーンの名前とレストポーズは {0} のためのものです。{1} には選べるものがありません。</translation>
    </message>
    <message>
        <source>The origin of {0} is always the same; leave it out, or export one of {1}.</source>
        <translation>{0} の原点は常に同じです。指定を外すか、{1} の形式で書き出してください。</translation>
    </message>
    <message>
        <source>{0} does not end in {1}; name the file as its format asks.</source>
        <translation>{0} の末尾が {1} ではありません。形式に合ったファイル名にしてください。</translation>
    </message>
    <message>
        <source>{0} has nobody in this part, so there is nothing to export.</source>
        <translation>{0} のこの部分には人がいないため、書き出すものがありません。</translation>
    </message>
    <message>
        <source>{0} holds nobody, so there is nothing to export.</source>
        <translation>{0} には人がいないため、書き出すものがありません。</translation>
    </message>
    <message>
        <source>in this part</source>
        <translation>のこの部分</translation>
    </message>
    <message>
        <source>{0} holds no person {1}{2}; it has {3}.</source>
        <translation>{0}{2} には人物 {1} がいません（いる人物: {3}）。</translation>
    </message>
    <message>
        <source>{0} is the video kept with {1}; name another file.</source>
        <translation>{0} は {1} と一緒に残した動画です。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{0} exists already; choose another name.</source>
        <translation>{0} はすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Blender, Unreal, Unity: mesh, skeleton and motion in one file</source>
        <translation>Blender、Unreal、Unity: メッシュ、スケルトン、動きを 1 つのファイルに</translation>
    </message>
    <message>
        <source>Streaming, virtual worlds: the body as an avatar, without motion</source>
        <translation>配信、仮想世界: 動きのない、アバターとしての体</translation>
    </message>
    <message>
        <source>Maya, Houdini, Unreal: mesh and skeleton as OpenUSD</source>
        <translation>Maya、Houdini、Unreal: メッシュとスケルトンを OpenUSD で</translation>
    </message>
    <message>
        <source>USD points</source>
        <translation>USD ポイント</translation>
    </message>
    <message>
        <source>Houdini: the surface frame by frame, without bones</source>
        <translation>Houdini: ボーンなしの表面をフレームごとに</translation>
    </message>
    <message>
        <source>Motion retargeters: the bones alone</source>
        <translation>モーションリターゲット用ツール: ボーンだけ</translation>
    </message>
    <message>
        <source>Python: every number as arrays, poses as in AMASS</source>
        <translation>Python: すべての数値を配列で、ポーズは AMASS と同じ形で</translation>
    </message>
    <message>
        <source>Spreadsheets, pandas: joints and angles, a row a person and frame</source>
        <translation>表計算、pandas: 関節と角度（人物とフレームごとに 1 行）</translation>
    </message>
    <message>
        <source>CSV, long</source>
        <translation>CSV（縦長）</translation>
    </message>
    <message>
        <source>R, seaborn, pivot tables: likewise, a row a joint</source>
        <translation>R、seaborn、ピボットテーブル: 同じ内容（関節ごとに 1 行）</translation>
    </message>
    <message>
        <source>Blender and 3ds Max: the surface frame by frame as a point cache</source>
        <translation>Blender と 3ds Max: フレームごとの表面をポイントキャッシュで</translation>
    </message>
    <message>
        <source>Anything else: a folder with one mesh a frame</source>
        <translation>そのほか: 1 フレームに 1 つのメッシュを入れたフォルダー</translation>
    </message>
    <message>
        <source>MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded</source>
        <translation>MeshLab、CloudCompare、Open3D: 同じ内容で、より小さく、丸めなし</translation>
    </message>
    <message>
        <source>A viewer or a slide: a video of the mesh</source>
        <translation>ビューアーやスライド: メッシュの動画</translation>
    </message>
    <message>
        <source>At {0} frames a second nobody is ever there; choose a higher rate.</source>
        <translation>毎秒 {0} フレームでは、どのフレームにも人がいません。より高いレートを選んでください。</translation>
    </message>
    <message>
        <source>The video of {0} was not kept, or is gone; export the meshes alone.</source>
        <translation>{0} の動画は残していないか、なくなっています。メッシュだけを書き出してください。</translation>
    </message>
    <message>
        <source>Only whole bodies rest in a {0}-pose; export this one with --rest own.</source>
        <translation>{0} ポーズをレストポーズにできるのは全身だけです。この記録は --rest own を付けて書き出してください。</translation>
    </message>
    <message>
        <source>Writing USD needs its library: run {0}.</source>
        <translation>USD の書き出しには専用のライブラリが必要です。{0} を実行してください。</translation>
    </message>
    <message>
        <source>{0} cannot be written; make space, or choose another place.</source>
        <translation>{0} に書き込めません。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>An avatar is made of the open body alone, which is free for all; the licence of &apos;{0}&apos; is another one. Export glb instead.</source>
        <translation>アバターにできるのは、誰でも自由に使えるオープンな体だけです。「{0}」のライセンスは異なります。代わりに glb で書き出してください。</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit, and no full stop before it.</source>
        <translation>名前には文字か数字が 1 つ以上必要で、先頭にピリオドは使えません。</translation>
    </message>
    <message>
        <source>A name cannot hold {0}; leave that out.</source>
        <translation>名前に {0} は使えません。それを除いてください。</translation>
    </message>
    <message>
        <source>This name is too long; {0} letters are the most.</source>
        <translation>この名前は長すぎます。最大 {0} 文字です。</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name.</source>
        <translation>{0} というファイルがすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is no recording {0}; give the path of an .h5 file.</source>
        <translation>{0} という記録はありません。.h5 ファイルのパスを指定してください。</translation>
    </message>
    <message>
        <source>{0} is damaged beyond repair: reading it ends or stalls the program that does.</source>
        <translation>{0} は修復できないほど破損しています。読み取ろうとすると、プログラムが終了するか止まります。</translation>
    </message>
    <message>
        <source>it is cut off or damaged</source>
        <translation>途中で切れているか、破損しています</translation>
    </message>
    <message>
        <source>reading it does not end within {0} s</source>
        <translation>読み取りが {0} 秒以内に終わりません</translation>
    </message>
    <message>
        <source>reading it ends the program that does</source>
        <translation>読み取ろうとするとプログラムが終了します</translation>
    </message>
    <message>
        <source>The process that looks at recordings does not start; free some memory, or install again.</source>
        <translation>記録を調べるプロセスが起動しません。メモリを空けるか、インストールし直してください。</translation>
    </message>
    <message>
        <source>The skeleton has no leg bones known here on the side {0}, so feet cannot be held.</source>
        <translation>{0} 側に、ここで扱える脚のボーンがないため、足を固定できません。</translation>
    </message>
    <message>
        <source>Jitter: from {0} to {1} m/s³</source>
        <translation>細かな揺れ: {0} → {1} m/s³</translation>
    </message>
    <message>
        <source>from {0} to {1} mm/s</source>
        <translation>{0} → {1} mm/s</translation>
    </message>
    <message>
        <source>Standing feet slide: {0} (for {1} s)</source>
        <translation>立っている足の滑り: {0}（{1} 秒間）</translation>
    </message>
    <message>
        <source>Gaps filled: none</source>
        <translation>埋めた欠落: なし</translation>
    </message>
    <message>
        <source>Gaps filled: {0} frames ({1} s)</source>
        <translation>埋めた欠落: {0} フレーム（{1} 秒）</translation>
    </message>
    <message>
        <source>Longer gaps left: {0}</source>
        <translation>長いために残した欠落: {0}</translation>
    </message>
    <message>
        <source>Joints moved: {0} mm on average</source>
        <translation>関節の移動: 平均 {0} mm</translation>
    </message>
    <message>
        <source>Person {0}, {1} frames: {2}.</source>
        <translation>人物 {0}、{1} フレーム: {2}。</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>人物 {0}</translation>
    </message>
    <message>
        <source>A {0} stands on no floor; leave the origin at the camera.</source>
        <translation>{0} には立つ床がありません。原点はカメラのままにしてください。</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; of this recording is not installed; import the model {1} again, or export to npz, csv, obj, ply or pc2, which do without.</source>
        <translation>この記録の体「{0}」がインストールされていません。モデル {1} をもう一度インポートするか、それなしで書き出せる npz、csv、obj、ply、pc2 にしてください。</translation>
    </message>
    <message>
        <source>The body &apos;{0}&apos; has no bones here, which this format needs; export to npz, csv, obj, ply or pc2.</source>
        <translation>この形式に必要なボーンが、体「{0}」にはありません。npz、csv、obj、ply、pc2 で書き出してください。</translation>
    </message>
    <message>
        <source>{0} is {1} s long; begin before that, not at {2} s.</source>
        <translation>{0} の長さは {1} 秒です。開始は {2} 秒ではなく、それより前にしてください。</translation>
    </message>
    <message>
        <source>The end at {0} s is before the beginning at {1} s; give a later end.</source>
        <translation>終了の {0} 秒が開始の {1} 秒より前です。終了を後にしてください。</translation>
    </message>
    <message>
        <source>{0} has no frame between {1} and {2} s; give a longer stretch.</source>
        <translation>{0} の {1} 秒から {2} 秒までにはフレームがありません。範囲を長くしてください。</translation>
    </message>
    <message>
        <source>{0} is damaged; {1}</source>
        <translation>{0} は破損しています。{1}</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} が合いません: {1}</translation>
    </message>
    <message>
        <source>{0} holds no {1}; it has {2}.</source>
        <translation>{0} には {1} がありません（あるもの: {2}）。</translation>
    </message>
    <message>
        <source>{0} is being recorded; it can be read once the recording has been stopped.</source>
        <translation>{0} は記録中です。記録を停止すると読み取れます。</translation>
    </message>
    <message>
        <source>{0} is not a recording; give an .h5 file that this program recorded.</source>
        <translation>{0} は記録ではありません。このプログラムで記録した .h5 ファイルを指定してください。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); {2}</source>
        <translation>{0} は破損しています（{1}）。{2}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a recording ({1}); {2}</source>
        <translation>{0} を記録として読み取れません（{1}）。{2}</translation>
    </message>
    <message>
        <source>try: {0} repair {1}</source>
        <translation>次を試してください: {0} repair {1}</translation>
    </message>
    <message>
        <source>not processed in time</source>
        <translation>処理が間に合いませんでした</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>disk too slow</source>
        <translation>ディスクが遅すぎました</translation>
    </message>
    <message>
        <source>machine too busy to write</source>
        <translation>負荷が高く、書き込めませんでした</translation>
    </message>
    <message>
        <source>Takes cannot be called {0}. {1}</source>
        <translation>テイクの名前に {0} は使えません。{1}</translation>
    </message>
    <message>
        <source>{0} holds too many recordings of {1}; choose another folder.</source>
        <translation>{0} には {1} の記録が多すぎます。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The recording failed ({0})</source>
        <translation>記録に失敗しました（{0}）</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>The disk failed ({0})</source>
        <translation>ディスクに問題が起きました（{0}）</translation>
    </message>
    <message>
        <source>nothing had been recorded by then</source>
        <translation>それまでに記録されたものはありません</translation>
    </message>
    <message>
        <source>{0} was deleted while it was being recorded</source>
        <translation>{0} は記録中に削除されました</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>何も残っていません</translation>
    </message>
    <message>
        <source>what was recorded until then is kept in {0}</source>
        <translation>それまでの記録は {0} に残っています</translation>
    </message>
    <message>
        <source>{0} and {1} were damaged</source>
        <translation>{0}と{1}が破損していました</translation>
    </message>
    <message>
        <source>none was lost</source>
        <translation>失われたものはありません</translation>
    </message>
    <message>
        <source>partly lost: {0}</source>
        <translation>一部が失われたもの: {0}</translation>
    </message>
    <message>
        <source>{0} with {1} were saved in {2}; {3}.</source>
        <translation>{0}と{1}を {2} に保存しました。{3}。</translation>
    </message>
    <message>
        <source>{0} is empty, so there is nothing to save.</source>
        <translation>{0} は空のため、保存するものがありません。</translation>
    </message>
    <message>
        <source>{0} exists already and is left as it is; name another file with -o.</source>
        <translation>{0} はすでにあり、そのまま残しました。-o で別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>No frame of {0} is sound, so nothing was saved.</source>
        <translation>{0} には正常なフレームがないため、何も保存しませんでした。</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}); make space, or name another place with -o.</source>
        <translation>{0} に書き込めませんでした（{1}）。空きを作るか、-o で別の場所を指定してください。</translation>
    </message>
    <message>
        <source>The recording&apos;s triangles are lost, so its meshes cannot be saved; import its model again and repeat the repair.</source>
        <translation>記録の三角形のデータが失われているため、メッシュを保存できません。モデルをもう一度インポートしてから、修復をやり直してください。</translation>
    </message>
    <message>
        <source>Nothing can be recorded in {0} ({1}); choose another folder or make space.</source>
        <translation>{0} には記録できません（{1}）。別のフォルダーを選ぶか、空きを作ってください。</translation>
    </message>
    <message>
        <source>{0} is no recording, or its beginning is damaged beyond repair.</source>
        <translation>{0} は記録ではないか、先頭が修復できないほど破損しています。</translation>
    </message>
    <message>
        <source>{0} is an HDF5 file but not a recording of this program.</source>
        <translation>{0} は HDF5 ファイルですが、このプログラムの記録ではありません。</translation>
    </message>
    <message>
        <source>{0} is no recording, or its table of contents is lost.</source>
        <translation>{0} は記録ではないか、目次が失われています。</translation>
    </message>
    <message>
        <source>it asks for more memory than a recording needs</source>
        <translation>記録に必要な量を超えるメモリを求めています</translation>
    </message>
    <message>
        <source>its table of contents is lost</source>
        <translation>目次が失われています</translation>
    </message>
    <message>
        <source>{0} exists already; name another file to record into.</source>
        <translation>{0} はすでにあります。記録先として別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The video {0} cannot be made ({1}).</source>
        <translation>動画 {0} を作成できません（{1}）。</translation>
    </message>
    <message>
        <source>The video {0} ends early ({1}); the meshes are not affected.</source>
        <translation>動画 {0} は途中で終わっています（{1}）。メッシュに影響はありません。</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>種類が不明です</translation>
    </message>
    <message>
        <source>The picture {0} could not be written ({1}); choose another place or ending.</source>
        <translation>画像 {0} を書き込めませんでした（{1}）。別の場所か拡張子を選んでください。</translation>
    </message>
    <message>
        <source>The video {0} could not be written ({1}); choose another place.</source>
        <translation>動画 {0} を書き込めませんでした（{1}）。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The video {0} could not be written: OpenCV has no MPEG-4 encoder here; install opencv-python and av from PyPI again.</source>
        <translation>動画 {0} を書き込めませんでした。ここの OpenCV には MPEG-4 エンコーダーがありません。opencv-python と av を PyPI からインストールし直してください。</translation>
    </message>
    <message>
        <source>The video {0} could not be written whole; make space or choose another place.</source>
        <translation>動画 {0} を最後まで書き込めませんでした。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The recording {0} cannot be made ({1}).</source>
        <translation>記録 {0} を作成できません（{1}）。</translation>
    </message>
    <message>
        <source>The mesh has {0} numbers, the recording was made for {1}; start a new recording after changing the model.</source>
        <translation>メッシュの数値は {0} 個ですが、記録は {1} 個用に作られています。モデルを変えた後は、新しい記録を始めてください。</translation>
    </message>
    <message>
        <source>has not loaded the model yet</source>
        <translation>モデルをまだ読み込んでいません</translation>
    </message>
    <message>
        <source>has another {0} of version {1} (sha256 {2}, not {3}); {4}</source>
        <translation>バージョン {1} の {0} が別のものです（sha256 は {3} ではなく {2}）。{4}</translation>
    </message>
    <message>
        <source>write its files anew with &apos;{0} models serve-files&apos;</source>
        <translation>「{0} models serve-files」でファイルを作り直してください</translation>
    </message>
    <message>
        <source>nothing of that name</source>
        <translation>その名前のものはありません</translation>
    </message>
    <message>
        <source>{0} {1} for {2}, the model {3} of {4}; {5}</source>
        <translation>{2} が合いません（サーバー: {0} {1}、モデル: {4} の {3}）。{5}</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>応答が遅すぎます</translation>
    </message>
    <message>
        <source>has no model {0} of version {1}; {2}</source>
        <translation>モデル {0} のバージョン {1} がありません。{2}</translation>
    </message>
    <message>
        <source>lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN</source>
        <translation>正しいトークンなしでは接続できません。FASTMETRO_SERVER_TOKEN を設定してください</translation>
    </message>
    <message>
        <source>shows a certificate that is not trusted; name the root&apos;s file by --server-ca</source>
        <translation>信頼されていない証明書を示しています。--server-ca でルート証明書のファイルを指定してください</translation>
    </message>
    <message>
        <source>refuses to compute ({0}); look at its log</source>
        <translation>計算を拒否しました（{0}）。サーバーのログを確認してください</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>応答しません</translation>
    </message>
    <message>
        <source>fails to compute ({0})</source>
        <translation>計算に失敗しました（{0}）</translation>
    </message>
    <message>
        <source>answers with {0} that cannot be read</source>
        <translation>読み取れない {0} を返しました</translation>
    </message>
    <message>
        <source>gives no {0}; write its files anew</source>
        <translation>{0} を返しません。ファイルを作り直してください</translation>
    </message>
    <message>
        <source>answers {0} as {1} of {2}, not {3}; write its files anew</source>
        <translation>{0} を {3} ではなく {2} の {1} で返しました。ファイルを作り直してください</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>サーバーを探しています</translation>
    </message>
    <message>
        <source>Looking for the server {0}.</source>
        <translation>サーバー {0} を探しています。</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>問い合わせができません</translation>
    </message>
    <message>
        <source>Server {0}</source>
        <translation>サーバー {0}</translation>
    </message>
    <message>
        <source>The server {0} computes.</source>
        <translation>サーバー {0} が計算しています。</translation>
    </message>
    <message>
        <source>{0} · pictures leave this machine</source>
        <translation>{0} · 映像がこのコンピューターの外に出ます</translation>
    </message>
    <message>
        <source>The server {0} computes; people&apos;s pictures leave this machine.</source>
        <translation>サーバー {0} が計算しています。人物の映像がこのコンピューターの外に出ます。</translation>
    </message>
    <message>
        <source>gives other results than this machine; look at its log</source>
        <translation>このコンピューターと結果が異なります。サーバーのログを確認してください</translation>
    </message>
    <message>
        <source>takes {0} ms for an answer, and a frame {1} ms</source>
        <translation>応答に {0} ms かかり、フレームの間隔は {1} ms です</translation>
    </message>
    <message>
        <source>Server {0}; this machine computes</source>
        <translation>サーバー: {0}。このコンピューターで計算します</translation>
    </message>
    <message>
        <source>of no use</source>
        <translation>使えません</translation>
    </message>
    <message>
        <source>The server {0} {1}.</source>
        <translation>サーバー {0}: {1}。</translation>
    </message>
    <message>
        <source>answers in other shapes than the model&apos;s; write its files anew</source>
        <translation>モデルと異なる形状で返します。ファイルを作り直してください</translation>
    </message>
    <message>
        <source>There is no CUDA on macOS.</source>
        <translation>macOS には CUDA がありません。</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime is for the CPU; run {0} ({1}).</source>
        <translation>インストールされている ONNX Runtime は CPU 用です。{0} を実行してください（{1}）。</translation>
    </message>
    <message>
        <source>{0} left the whole model to the CPU.</source>
        <translation>{0} はモデル全体を CPU に任せました。</translation>
    </message>
    <message>
        <source>{0} could not load the model ({1}).</source>
        <translation>{0} はモデルを読み込めませんでした（{1}）。</translation>
    </message>
    <message>
        <source>The detector {0} is missing from assets/; restore it.</source>
        <translation>検出器 {0} が assets/ にありません。元に戻してください。</translation>
    </message>
    <message>
        <source>The detector {0} is damaged; restore it.</source>
        <translation>検出器 {0} が破損しています。元に戻してください。</translation>
    </message>
    <message>
        <source>{0}; leave --device {1} out to use the CPU.</source>
        <translation>{0}。CPU を使うには、--device {1} を外してください。</translation>
    </message>
    <message>
        <source>{0} failed its self-test on {1} ({2}).</source>
        <translation>{0} は {1} での自己テストに失敗しました（{2}）。</translation>
    </message>
    <message>
        <source>{0} gave other results on {1} than the CPU in its self-test; update the graphics driver.</source>
        <translation>{0} は {1} での自己テストで CPU と異なる結果を出しました。グラフィックスドライバーを更新してください。</translation>
    </message>
    <message>
        <source>{0} cannot be run, so it is damaged; download or export the model again.</source>
        <translation>{0} は実行できず、破損しています。モデルをもう一度ダウンロードするか、書き出し直してください。</translation>
    </message>
    <message>
        <source>{0} computes no numbers, so its weights are damaged; download or export the model again.</source>
        <translation>{0} の計算結果が数値にならず、重みが破損しています。モデルをもう一度ダウンロードするか、書き出し直してください。</translation>
    </message>
    <message>
        <source>{0} took {1} ms in the self-test, {2} {3} ms.</source>
        <translation>自己テストにかかった時間: {0} は {1} ms、{2} は {3} ms。</translation>
    </message>
    <message>
        <source>The GPU stopped working; restart the program to try it again.</source>
        <translation>GPU が動かなくなりました。もう一度試すには、プログラムを起動し直してください。</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>指定によるものです。</translation>
    </message>
    <message>
        <source>Loading the mesh model</source>
        <translation>メッシュモデルを読み込んでいます</translation>
    </message>
    <message>
        <source>Loading the person detector</source>
        <translation>人物検出器を読み込んでいます</translation>
    </message>
    <message>
        <source>Loading the hand reader</source>
        <translation>手の読み取り機能を読み込んでいます</translation>
    </message>
    <message>
        <source>Opening the source</source>
        <translation>ソースを開いています</translation>
    </message>
    <message>
        <source>Preparing to draw</source>
        <translation>描画の準備をしています</translation>
    </message>
    <message>
        <source>The camera {0} gives no pictures.</source>
        <translation>カメラ {0} から映像が来ません。</translation>
    </message>
    <message>
        <source>Closing the last source</source>
        <translation>前のソースを閉じています</translation>
    </message>
    <message>
        <source>Loading the program&apos;s parts</source>
        <translation>プログラムの部品を読み込んでいます</translation>
    </message>
    <message>
        <source>There is nothing to record yet; wait for the picture.</source>
        <translation>記録できるものがまだありません。映像が出るまでお待ちください。</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or choose a video file or &apos;sample&apos; instead.</source>
        <translation>カメラが見つかりませんでした。カメラをつなぐか、代わりに動画ファイルか「sample」を選んでください。</translation>
    </message>
    <message>
        <source>the cameras here are {0}</source>
        <translation>ここにあるカメラは {0} です</translation>
    </message>
    <message>
        <source>no camera was found on this machine</source>
        <translation>このコンピューターではカメラが見つかりませんでした</translation>
    </message>
    <message>
        <source>There is no camera {0}; {1}. Choose another one, a video file or &apos;sample&apos;.</source>
        <translation>カメラ {0} はありません。{1}。別のカメラ、動画ファイル、「sample」のどれかを選んでください。</translation>
    </message>
    <message>
        <source>The cameras here are {0}.</source>
        <translation>ここにあるカメラは {0} です。</translation>
    </message>
    <message>
        <source>No camera was found on this machine.</source>
        <translation>このコンピューターではカメラが見つかりませんでした。</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no file, folder, URL or camera name.{1}</source>
        <translation>「{0}」はファイル、フォルダー、URL、カメラ名のどれでもありません。{1}</translation>
    </message>
    <message>
        <source>{0} (camera {1}) could not be opened; close other programs that use it, or choose another camera, a video file or &apos;sample&apos;.</source>
        <translation>{0}（カメラ {1}）を開けませんでした。使用中のほかのプログラムを閉じるか、別のカメラ、動画ファイル、「sample」のどれかを選んでください。</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>毎秒 {0}</translation>
    </message>
    <message>
        <source>{0} could not be read as a video; it is damaged or of another kind. Convert it, for example to MP4.</source>
        <translation>{0} を動画として読み取れませんでした。破損しているか、別の種類のファイルです。MP4 などに変換してください。</translation>
    </message>
    <message>
        <source>{0} holds no picture that can be read; it is damaged or empty.</source>
        <translation>{0} には読み取れる画像がありません。破損しているか、空です。</translation>
    </message>
    <message>
        <source>{0} has pictures whose colours cannot be shown; convert it, for example to MP4 with H.264.</source>
        <translation>{0} には、色を表示できない画像があります。H.264 の MP4 などに変換してください。</translation>
    </message>
    <message>
        <source>{0} is a list of other files; open one of those instead.</source>
        <translation>{0} はほかのファイルの一覧です。その中の 1 つを開いてください。</translation>
    </message>
    <message>
        <source>The address {0} names a file of the machine {1}, not of this one; copy it here first.</source>
        <translation>アドレス {0} は、このコンピューターではなく {1} にあるファイルを指しています。先にここへコピーしてください。</translation>
    </message>
    <message>
        <source>{0} is larger than the free space here; make space first.</source>
        <translation>{0} はここの空きより大きいです。先に空きを作ってください。</translation>
    </message>
    <message>
        <source>{0} could not be fetched whole; download it and name the file.</source>
        <translation>{0} を最後まで取得できませんでした。ダウンロードして、そのファイルを指定してください。</translation>
    </message>
    <message>
        <source>No picture of the folder {0} can be read; save them as JPEG or PNG.</source>
        <translation>フォルダー {0} の画像はどれも読み取れません。JPEG か PNG で保存してください。</translation>
    </message>
    <message>
        <source>The folder {0} holds videos and no pictures; name one of them, or follow all of them with &apos;{1} batch {2} --out RESULTS&apos;.</source>
        <translation>フォルダー {0} には動画だけがあり、画像がありません。動画を 1 つ指定するか、「{1} batch {2} --out RESULTS」ですべてを追跡してください。</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose one with JPEG or PNG files.</source>
        <translation>フォルダー {0} には画像がありません。JPEG か PNG のファイルがあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; name a file, or a camera by its number.</source>
        <translation>{0} はパイプまたはデバイスで、ファイルではありません。ファイルか、カメラの番号を指定してください。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}; check the name.</source>
        <translation>{0} というファイルやフォルダーはありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>{0} is no folder of images, as --frames-at takes it.</source>
        <translation>{0} は、--frames-at で使える画像のフォルダーではありません。</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.</source>
        <translation>{0} は HEIC の写真で、ここでは読み取れません。JPEG か PNG で保存してください。</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}).</source>
        <translation>{0} を読み取れませんでした（{1}）。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>{0} は読み取れる画像ではありません。JPEG、PNG、WebP、AVIF、TIFF のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} claims to have more than {1} million pixels; make it smaller.</source>
        <translation>{0} は {1} メガピクセルを超えるとされています。小さくしてください。</translation>
    </message>
    <message>
        <source>The sample clip {0} is missing from assets/; restore it.</source>
        <translation>サンプル映像 {0} が assets/ にありません。元に戻してください。</translation>
    </message>
    <message>
        <source>{0} is no address such as 127.0.0.1 or 127.0.0.1:{1}; give a host, and a port from 1 to {2}.</source>
        <translation>{0} は 127.0.0.1 や 127.0.0.1:{1} のようなアドレスではありません。ホストと、1 から {2} までのポートを指定してください。</translation>
    </message>
    <message>
        <source>{0} is no port such as 8080, nor an address of this machine with one, such as 0.0.0.0:8080; give a port up to {1}.</source>
        <translation>{0} は 8080 のようなポートでも、0.0.0.0:8080 のようなこのコンピューターのアドレスとポートでもありません。{1} までのポートを指定してください。</translation>
    </message>
    <message>
        <source>Anybody in this network who has this address sees the picture.</source>
        <translation>このネットワークでこのアドレスを知っている人は、誰でも映像を見られます。</translation>
    </message>
    <message>
        <source>Waiting for the first picture.{0}</source>
        <translation>最初の映像を待っています。{0}</translation>
    </message>
    <message>
        <source>Nobody watches.{0}</source>
        <translation>見ている人はいません。{0}</translation>
    </message>
    <message>
        <source>{0} is no address of this machine; give 0.0.0.0 for all of them, or the port alone.</source>
        <translation>{0} はこのコンピューターのアドレスではありません。すべてのアドレスなら 0.0.0.0 を、またはポートだけを指定してください。</translation>
    </message>
    <message>
        <source>Port {0} is in use by another program; give another one, such as {1}.</source>
        <translation>ポート {0} はほかのプログラムが使用中です。{1} など、別のポートを指定してください。</translation>
    </message>
    <message>
        <source>This system does not let programs listen at port {0}; give one from 1024 on.</source>
        <translation>このシステムでは、プログラムはポート {0} で待ち受けできません。1024 以上のポートを指定してください。</translation>
    </message>
    <message>
        <source>{0} cannot be listened at ({1}); give another address or port.</source>
        <translation>{0} では待ち受けできません（{1}）。別のアドレスかポートを指定してください。</translation>
    </message>
    <message>
        <source>Sending to avatars (VMC) needs python-osc: run {0}.</source>
        <translation>アバター (VMC) への送信には python-osc が必要です。{0} を実行してください。</translation>
    </message>
    <message>
        <source>Looking for {0}.</source>
        <translation>{0} を探しています。</translation>
    </message>
    <message>
        <source>Sending to {0}, {1} a second.</source>
        <translation>{0} に毎秒 {1} 回送信しています。</translation>
    </message>
    <message>
        <source>{0} cannot be sent to ({1}); check the host&apos;s name, or give its number.</source>
        <translation>{0} に送信できません（{1}）。ホスト名を確認するか、番号のアドレスを指定してください。</translation>
    </message>
    <message>
        <source>Sending to {0} ended unexpectedly; clear and enter the address again.</source>
        <translation>{0} への送信が予期せず終わりました。アドレスを消して、もう一度入力してください。</translation>
    </message>
    <message>
        <source>The model&apos;s body {0} has no skeleton that an avatar could take; choose another model.</source>
        <translation>モデルの体 {0} には、アバターに使えるスケルトンがありません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Sending to {0}.</source>
        <translation>{0} に送信しています。</translation>
    </message>
    <message>
        <source>Nobody to send to {0}.</source>
        <translation>{0} に送信する人がいません。</translation>
    </message>
    <message>
        <source>No time code was seen in {0} pictures; aim the camera at this screen so that the left half of it is large and sharp in the picture, and try again.</source>
        <translation>{0} 枚の画像にタイムコードが見つかりませんでした。画面の左半分が大きくはっきり写るようにカメラをこの画面に向けて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{0} holds no frames.</source>
        <translation>{0} にはフレームがありません。</translation>
    </message>
    <message>
        <source>The icon {0}.svg cannot be drawn; restore it in assets/icons.</source>
        <translation>アイコン {0}.svg を描画できません。assets/icons に元のファイルを戻してください。</translation>
    </message>
    <message>
        <source>{0}{1}; choose another file or place.</source>
        <translation>{0}{1}。別のファイルか場所を選んでください。</translation>
    </message>
    <message>
        <source>{0} is a folder; give the file itself.</source>
        <translation>{0} はフォルダーです。ファイルそのものを指定してください。</translation>
    </message>
    <message>
        <source>{0} is a pipe or device and no file; give the file itself.</source>
        <translation>{0} はパイプまたはデバイスで、ファイルではありません。ファイルそのものを指定してください。</translation>
    </message>
    <message>
        <source>{0} is a folder; name a file to write, such as one in it.</source>
        <translation>{0} はフォルダーです。その中のファイルなど、書き込むファイルを指定してください。</translation>
    </message>
    <message>
        <source>There is no folder {0} to write {1} into; make it first.</source>
        <translation>{1} を書き込むフォルダー {0} がありません。先に作成してください。</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing; restore it.</source>
        <translation>プログラムのファイル {0} がありません。元に戻してください。</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is damaged ({1}); restore it.</source>
        <translation>プログラムのファイル {0} が破損しています（{1}）。元に戻してください。</translation>
    </message>
    <message>
        <source>The body template {0} is missing; restore it or import the model again.</source>
        <translation>体のテンプレート {0} がありません。元に戻すか、モデルをもう一度インポートしてください。</translation>
    </message>
    <message>
        <source>{0} is not a body template ({1}); import the model again.</source>
        <translation>{0} は体のテンプレートではありません（{1}）。モデルをもう一度インポートしてください。</translation>
    </message>
    <message>
        <source>{0} is not a body template (it lacks {1}); import the model again.</source>
        <translation>{0} は体のテンプレートではありません（{1} がありません）。モデルをもう一度インポートしてください。</translation>
    </message>
    <message>
        <source>Mannequin</source>
        <translation>マネキン</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>粘土</translation>
    </message>
    <message>
        <source>Figurine</source>
        <translation>フィギュア</translation>
    </message>
    <message>
        <source>Hologram</source>
        <translation>ホログラム</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>ワイヤーフレーム</translation>
    </message>
    <message>
        <source>On macOS OpenGL works in a program&apos;s main thread alone, so in the window and live the processor draws a plainer mesh; &apos;{0} run FILE --video OUT.mp4&apos; draws the usual one.</source>
        <translation>macOS の OpenGL はプログラムのメインスレッドだけで動くため、ウィンドウとライブでは CPU が簡素なメッシュを描画します。「{0} run FILE --video OUT.mp4」では通常のメッシュを描画します。</translation>
    </message>
    <message>
        <source>The program&apos;s shader {0} is missing; restore it.</source>
        <translation>プログラムのシェーダー {0} がありません。元に戻してください。</translation>
    </message>
    <message>
        <source>OpenGL could not be started ({0}), so the processor draws a plainer mesh; on Linux install libegl1, libgl1, libgl1-mesa-dri and libxrender1, elsewhere update the graphics driver.</source>
        <translation>OpenGL を開始できなかったため（{0}）、CPU が簡素なメッシュを描画します。Linux では libegl1、libgl1、libgl1-mesa-dri、libxrender1 をインストールし、ほかではグラフィックスドライバーを更新してください。</translation>
    </message>
    <message>
        <source>A picture of {0}x{1} pixels is larger than OpenGL draws on this machine ({2}); make it smaller.</source>
        <translation>{0}x{1} ピクセルの映像は、このコンピューターの OpenGL で描画できる大きさ（{2}）を超えています。小さくしてください。</translation>
    </message>
    <message>
        <source>A mesh of shape {0} was given to a renderer of ({1}, 3).</source>
        <translation>形状 {0} のメッシュが、({1}, 3) 用のレンダラーに渡されました。</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is missing from assets/; restore it.</source>
        <translation>手の読み取り機能のファイル {0} が assets/ にありません。元に戻してください。</translation>
    </message>
    <message>
        <source>The hand reader&apos;s file {0} is damaged; restore it.</source>
        <translation>手の読み取り機能のファイル {0} が破損しています。元に戻してください。</translation>
    </message>
    <message>
        <source>The detector {0} is missing from {1}/; restore it.</source>
        <translation>検出器 {0} が {1}/ にありません。元に戻してください。</translation>
    </message>
    <message>
        <source>{0} is another network than the detector&apos;s; restore it.</source>
        <translation>{0} は検出器のネットワークではありません。元に戻してください。</translation>
    </message>
    <message>
        <source>{0} gives {1} of {2}, its record and template say {3}; export it again.</source>
        <translation>{0} の {1} は {2} ですが、その記載とテンプレートでは {3} です。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} lacks the output {1}; export it again.</source>
        <translation>{0} に出力 {1} がありません。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} wants the input {1}, of which its record says nothing; export it again.</source>
        <translation>{0} は入力 {1} を必要としますが、その記載に説明がありません。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} lacks the input {1}; export it again.</source>
        <translation>{0} に入力 {1} がありません。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} takes the input {1} of {2}, its record says {3}; export it again.</source>
        <translation>{0} の入力 {1} は {2} ですが、その記載では {3} です。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} is not the body that {1} was made for; restore both files or import the model again.</source>
        <translation>{0} は、{1} が作られたときの体ではありません。両方のファイルを元に戻すか、モデルをもう一度インポートしてください。</translation>
    </message>
    <message>
        <source>{0} lacks the landmarks that {1} is cropped by; import it again.</source>
        <translation>{0} には、{1} の切り抜きに使う特徴点がありません。もう一度インポートしてください。</translation>
    </message>
    <message>
        <source>{0} is not installed; run {1}.</source>
        <translation>{0} がインストールされていません。{1} を実行してください。</translation>
    </message>
    <message>
        <source>{0} could not be loaded ({1}).</source>
        <translation>{0} を読み込めませんでした（{1}）。</translation>
    </message>
    <message>
        <source>{0} found no GPU that it can use; update the graphics driver.</source>
        <translation>{0} が使える GPU は見つかりませんでした。グラフィックスドライバーを更新してください。</translation>
    </message>
    <message>
        <source>The bundled model {0} is missing from assets/; restore it.</source>
        <translation>付属のモデル {0} が assets/ にありません。元に戻してください。</translation>
    </message>
    <message>
        <source>There is no model file {0}; check the name.</source>
        <translation>モデルファイル {0} がありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>There is no model called &apos;{0}&apos;; installed: {1}.</source>
        <translation>「{0}」というモデルはありません。インストール済み: {1}。</translation>
    </message>
    <message>
        <source>The model {0} could not be read ({1}).</source>
        <translation>モデル {0} を読み取れませんでした（{1}）。</translation>
    </message>
    <message>
        <source>{0} is damaged or no ONNX file; download or export the model again.</source>
        <translation>{0} は破損しているか、ONNX ファイルではありません。モデルをもう一度ダウンロードするか、書き出し直してください。</translation>
    </message>
    <message>
        <source>{0} is an ONNX file of another kind: it has no &apos;{1}&apos; record; make one with python -m models.export, or choose a model that &apos;{2} models&apos; lists.</source>
        <translation>{0} は別の種類の ONNX ファイルで、「{1}」の記載がありません。python -m models.export で作るか、「{2} models」の一覧にあるモデルを選んでください。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}; export it again.</source>
        <translation>{0} は使えません: {1}。もう一度書き出してください。</translation>
    </message>
    <message>
        <source>{0} {1}; use it only after its maker has put it right.</source>
        <translation>{0} {1}。作成者が直すまで使わないでください。</translation>
    </message>
    <message>
        <source>does not end within {0} s</source>
        <translation>は {0} 秒以内に終わりません</translation>
    </message>
    <message>
        <source>ends the program that runs it</source>
        <translation>は実行するとプログラムが終了します</translation>
    </message>
    <message>
        <source>The process that tries models does not start; free some memory, or install again.</source>
        <translation>モデルを試すプロセスが起動しません。メモリを空けるか、インストールし直してください。</translation>
    </message>
    <message>
        <source>takes more than {0} GB of memory</source>
        <translation>は {0} GB を超えるメモリを使います</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>ファイルまたはフォルダーがありません</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>アクセスが許可されていません</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>操作が許可されていません</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>ファイルがすでにあります</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>フォルダーではありません</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>ディスクに空きがありません</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>読み取り専用のファイルシステムです</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>入出力エラーです</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
</context>
</TS>

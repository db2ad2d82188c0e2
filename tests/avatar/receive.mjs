// Takes VMC by npm's osc, moves a humanoid of three-vrm by it, and prints where its bones are, a line a frame.
// node receive.mjs REST.json, which holds {VRM bone: [parent or "", x, y, z]}: a T-pose in glTF's axes, metres.

import { readFileSync } from "node:fs";
import { VRMHumanoid } from "@pixiv/three-vrm";
import osc from "osc";
import * as THREE from "three";

const rest = JSON.parse(readFileSync(process.argv[2], "utf8"));
const scene = new THREE.Scene();
const bones = {};
for (const [name, [parent, ...at]] of Object.entries(rest)) {
  const node = new THREE.Object3D();
  const origin = parent ? new THREE.Vector3(...rest[parent].slice(1)) : new THREE.Vector3();
  node.position.set(...at).sub(origin);
  (parent ? bones[parent].node : scene).add(node);
  bones[name] = { node };
}
scene.updateMatrixWorld(true);
const humanoid = new VRMHumanoid(bones);
scene.add(humanoid.normalizedHumanBonesRoot);

const thumbs = { ThumbProximal: "ThumbMetacarpal", ThumbIntermediate: "ThumbProximal" };
function vrmName(unity) {
  const side = unity.match(/^(Left|Right)/)?.[0] ?? "";
  const part = unity.slice(side.length);
  const name = side + (thumbs[part] ?? part);
  return name[0].toLowerCase() + name.slice(1);
}

let pose = {};
function show(time) {
  humanoid.setNormalizedPose(pose);
  humanoid.update();
  scene.updateMatrixWorld(true);
  const heads = {};
  for (const [name, { node }] of Object.entries(bones)) {
    heads[name] = node.getWorldPosition(new THREE.Vector3()).toArray();
  }
  console.log(JSON.stringify({ time, heads }));
}

let time = 0;
const port = new osc.UDPPort({ localAddress: "127.0.0.1", localPort: 0, metadata: false });
port.on("message", ({ address, args }) => {
  if (address === "/VMC/Ext/T") {
    time = args[0];
    pose = {};
  } else if (address === "/VMC/Ext/Bone/Pos") {
    // Unity is left-handed; VRM 1.0 in glTF looks along z too, and has x on the other side.
    const [name, x, y, z, qx, qy, qz, qw] = args;
    const vrm = vrmName(name);
    pose[vrm] = { rotation: [qx, -qy, -qz, qw] };
    if (vrm === "hips") {
      const [, restX, restY, restZ] = rest.hips;
      pose[vrm].position = [-x - restX, y - restY, z - restZ];
    }
    if (Object.keys(pose).length === Object.keys(rest).length) show(time);
  }
});
port.on("error", (error) => console.error(String(error)));
port.on("ready", () => console.log(JSON.stringify({ port: port.socket.address().port })));
port.open();

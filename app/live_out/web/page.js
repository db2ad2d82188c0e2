// Shows the pictures of a multipart stream as they come, and comes back after the program was away.
"use strict";

const RETRY_MS = 1000;
const { stream, background } = document.body.dataset;
const canvas = document.querySelector("canvas");
const notice = document.querySelector("p");
const context = canvas.getContext("2d");
const text = new TextDecoder("latin1");
document.body.style.background = background;

// The first part whose bytes are all there, and where it ends; null before that.
function partOf(bytes) {
  const head = text.decode(bytes.subarray(0, 1024)).split("\r\n\r\n", 1)[0];
  const length = /^content-length: (\d+)/im.exec(head);
  const begin = head.length + 4;
  if (!length || bytes.length < begin + Number(length[1])) return null;
  return { head, body: bytes.subarray(begin, begin + Number(length[1])), end: begin + Number(length[1]) };
}

// People alone come cut to what they cover.
async function draw({ head, body }) {
  const bitmap = await createImageBitmap(new Blob([body]));
  const place = /^x-place: (\d+) (\d+) (\d+) (\d+)/im.exec(head);
  const [left, top, width, height] = place ? place.slice(1).map(Number) : [0, 0, bitmap.width, bitmap.height];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.clearRect(0, 0, width, height);
  context.drawImage(bitmap, left, top);
  bitmap.close();
}

async function show() {
  const response = await fetch(stream);
  if (!response.ok) throw new Error(await response.text());
  const reader = response.body.getReader();
  let bytes = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const longer = new Uint8Array(bytes.length + value.length);
    longer.set(bytes);
    longer.set(value, bytes.length);
    bytes = longer;
    let newest = null;
    for (let part; (part = partOf(bytes)); bytes = bytes.subarray(part.end)) newest = part;
    if (newest) {
      await draw(newest);
      notice.textContent = "";
    }
  }
}

async function main() {
  for (;;) {
    let reason = "Waiting for FastMETRO Live.";
    try {
      await show();
    } catch (error) {
      if (!(error instanceof TypeError)) reason = error.message;
    }
    context.clearRect(0, 0, canvas.width, canvas.height);
    notice.textContent = reason;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

main();

// Check a certificate in the reader's own browser: only what is published, only what every browser brings along.
// It believes the keys in /.well-known/did.json of this very host and proves all the rest from there.
"use strict";

const text = new TextEncoder(), words = new TextDecoder();
const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = base64 => Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), one => one.charCodeAt(0));
const joined = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const same = (a, b) => hex(a) === hex(b);
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const unpacked = async (bytes, kind) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(kind))).arrayBuffer());

async function get(path) {
  const answer = await fetch(path, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

// --- the body's signature (RFC 7515, ES256) ---------------------------------------------------------------------------
async function credential(jwt, did) {
  const [head, payload, signature] = jwt.trim().split(".");
  const { kid, alg, typ } = JSON.parse(words.decode(bytesOf(head)));
  const method = did.verificationMethod.find(one => one.id === kid && did.assertionMethod.includes(kid));
  if (!method || alg !== "ES256" || typ !== "vc+jwt") throw new Error("not a key of the body");
  const key = await crypto.subtle.importKey("jwk", method.publicKeyJwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const holds = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytesOf(signature), text.encode(`${head}.${payload}`));
  if (!holds) throw new Error("altered");
  return { payload, claims: JSON.parse(words.decode(bytesOf(payload))) };
}

// --- the public log (C2SP tlog-proof, RFC 6962) -------------------------------------------------------------------------
async function leafOf({ payload, claims }) {
  const told = claims.credentialSubject.certificate, id = claims.id.split("/").pop();
  const named = hex(await sha256(text.encode(`${told.salt} ${id}`))).slice(0, 32);
  const record = hex(await sha256(text.encode(payload)));
  const line = { ev: "issued", id: named, n: 1, on: told.issuedOn, rec: record, sch: told.scheme, v: 1 };
  return sha256(joined([0], text.encode(JSON.stringify(line))));
}

async function logged(proof, leaf) {
  const at = proof.indexOf("\n\n"), lines = proof.slice(0, at).split("\n"), note = proof.slice(at + 2);
  const index = Number(lines[1].replace("index ", "")), [, size, root] = note.split("\n");
  let node = leaf, place = index, last = Number(size) - 1;
  for (const line of lines.slice(2)) {
    const sibling = bytesOf(line), left = place % 2 === 1 || place === last;
    node = await sha256(joined([1], left ? sibling : node, left ? node : sibling));
    if (left) while (place % 2 === 0 && place > 0) { place = Math.floor(place / 2); last = Math.floor(last / 2); }
    place = Math.floor(place / 2); last = Math.floor(last / 2);
  }
  if (lines[0] !== "c2sp.org/tlog-proof@v1" || last !== 0 || !same(node, bytesOf(root))) throw new Error("not in the log");
  return note;
}

// --- the log's signature (C2SP signed-note, Ed25519); older browsers know no Ed25519, and say so -----------------------------
async function signedNote(note, did) {
  const at = note.lastIndexOf("\n\n"), told = text.encode(note.slice(0, at + 1));
  const signatures = note.slice(at + 2).trim().split("\n").map(line => bytesOf(line.split(" ").pop()).slice(4));
  for (const { publicKeyJwk } of did.verificationMethod.filter(one => one.publicKeyJwk.kty === "OKP")) {
    let key;
    try { key = await crypto.subtle.importKey("jwk", publicKeyJwk, "Ed25519", false, ["verify"]); } catch { return null; }
    for (const signature of signatures) if (await crypto.subtle.verify("Ed25519", key, signature, told)) return true;
  }
  throw new Error("not signed by the body");
}

// --- the status lists (W3C Bitstring Status List) ---------------------------------------------------------------------------
async function listed(claims, did) {
  const found = {};
  for (const { statusPurpose, statusListIndex, statusListCredential } of claims.credentialStatus) {
    const list = (await credential(await get(new URL(statusListCredential).pathname), did)).claims;
    if (Date.now() > Date.parse(list.validUntil)) throw new Error("stale");
    if (typeof DecompressionStream === "undefined") return null;
    const bits = await unpacked(bytesOf(list.credentialSubject.encodedList.slice(1)), "gzip"), index = Number(statusListIndex);
    found[statusPurpose] = (bits[index >> 3] >> (7 - index % 8) & 1) === 1;
    found.at = Math.min(found.at ?? Infinity, Date.parse(list.validFrom));
  }
  return found;
}

// --- on the page -----------------------------------------------------------------------------------------------------------
function show(step, state) {
  const line = document.querySelector(`[data-step="${step}"]`), list = document.getElementById("checks");
  line.className = state; line.querySelector("i").textContent = list.dataset[state];
}
async function step(name, checking) {
  try { const found = await checking(); show(name, found === null ? "unsupported" : "ok"); return found; }
  catch (error) { console.warn(name, String(error)); show(name, "bad"); alarm(); throw error; }
}
function alarm() {
  const verdict = document.getElementById("verdict"), word = verdict.querySelector(".word");
  verdict.className = "verdict alarm"; word.textContent = word.dataset.alarm;
}
async function checkPage(id) {
  const did = JSON.parse(await get("/.well-known/did.json"));
  const vc = await step("signature", async () => credential(await get(`/C/${id}.jwt`), did));
  const note = await step("log", async () => logged(await get(`/C/${id}.tlog-proof`), await leafOf(vc)));
  await step("checkpoint", () => signedNote(note, did));
  const shown = document.getElementById("verdict").classList, ended = ["withdrawn", "cancelled", "replaced"].some(one => shown.contains(one));
  const status = await step("status", async () => {
    const found = await listed(vc.claims, did);
    if (found && (found.revocation !== ended || found.suspension !== shown.contains("suspended"))) throw new Error("the lists say otherwise");
    return found;
  });
  if (status) told(status.at);
}
function told(at) {
  const fresh = document.getElementById("fresh"), minutes = Math.max(0, Math.round((Date.now() - at) / 60000));
  fresh.textContent = `${fresh.dataset.asOf} ${new Date(at).toLocaleString(document.documentElement.lang)} (${minutes} ${fresh.dataset.age})`;
}

// How it stood on a day: the last line that changed it counts, and an end is for ever.
function stood(day, expires) {
  const becomes = { issued: "valid", restored: "valid", suspended: "suspended", withdrawn: "withdrawn", cancelled: "cancelled", expired: "expired", replaced: "replaced" };
  let now = "notYet";
  for (const line of [...document.querySelectorAll("#history li")].reverse()) {
    if (line.dataset.on > day || !becomes[line.dataset.what]) continue;
    now = becomes[line.dataset.what];
    if (!["valid", "suspended"].includes(now)) break;
  }
  return day > expires && ["valid", "suspended"].includes(now) ? "expired" : now;
}

// --- a PDF somebody holds: the credential inside says which certificate it wants to be ----------------------------------------
async function attachedJwt(pdf) {
  const source = new TextDecoder("latin1").decode(pdf);
  for (const found of source.matchAll(/\/Length (\d+)\/Type\/EmbeddedFile\b[^]*?\bstream\r?\n/g)) {
    const start = found.index + found[0].length, raw = pdf.slice(start, start + Number(found[1]));
    const content = words.decode(found[0].includes("FlateDecode") ? await unpacked(raw, "deflate") : raw);
    if (content.split(".").length === 3 && content.startsWith("ey")) return content;
  }
  throw new Error("no credential in it");
}
async function checkFile(file) {
  const said = document.getElementById("dropped"), pdf = new Uint8Array(await file.arrayBuffer());
  const answer = (name, good) => { said.textContent = said.dataset[name]; said.className = good ? "ok" : "bad"; };
  try {
    const jwt = await attachedJwt(pdf), id = JSON.parse(words.decode(bytesOf(jwt.split(".")[1]))).id.split("/").pop();
    const did = JSON.parse(await get("/.well-known/did.json"));
    await credential(jwt, did);
    const hash = hex(await sha256(pdf)), status = JSON.parse(await get(`/C/${id}.json`));
    if (hash !== status.pdf) return answer("altered", false);
    if (document.body.dataset.id === id) return answer("same", true);
    answer("other", true);
    const link = document.createElement("a");
    link.href = `/C/${id}`; link.textContent = ` ${id}`; said.append(link);
  } catch (error) { console.warn(String(error)); answer("none", false); }
}

const id = document.body.dataset.id, day = document.getElementById("asof"), drop = document.getElementById("drop");
if (document.getElementById("checks") && id) checkPage(id).catch(() => {});
if (id) {
  const verdict = document.getElementById("verdict"), word = verdict.querySelector(".word"), expires = verdict.dataset.expires;
  const today = new Date().toLocaleDateString("sv");
  if (today > expires && /in_force|suspended/.test(verdict.className)) { verdict.className = "verdict expired"; word.textContent = word.dataset.expired; }
  day.parentElement.hidden = false; day.value = today;
  const tell = () => { const output = document.getElementById("stood"); output.textContent = day.value ? output.dataset[stood(day.value, expires)] : ""; };
  day.addEventListener("input", tell); tell();
}
if (drop) {
  drop.hidden = false;
  document.getElementById("file").addEventListener("change", event => event.target.files[0] && checkFile(event.target.files[0]));
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, event => {
    event.preventDefault(); drop.classList.toggle("over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files[0]) checkFile(event.dataTransfer.files[0]);
  });
}

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

// What does not hold, in one word of drop.html; everything else that is thrown means: it cannot be read.
class Fault extends Error {
  constructor(name, said = "") { super(`${name} ${said}`); this.name = name; }
}
// A file of the body. Without a network what this page has read before will do: whatever can grow old says so itself.
const read = new Map();
async function get(path) {
  let answer;
  try { answer = await fetch(path, { cache: "no-cache" }); }
  catch { if (read.has(path)) return read.get(path); throw new Fault("unreachable", path); }
  if (!answer.ok) throw new Fault(answer.status === 404 ? "absent" : "unreachable", path);
  read.set(path, await answer.text());
  return read.get(path);
}
const keys = async () => JSON.parse(await get("/.well-known/did.json"));

// --- the body's signature (RFC 7515, ES256) ---------------------------------------------------------------------------
async function credential(jwt, did) {
  const [head, payload, signature] = jwt.trim().split(".");
  const { kid, alg, typ } = JSON.parse(words.decode(bytesOf(head)));
  const method = did.verificationMethod.find(one => one.id === kid && did.assertionMethod.includes(kid));
  if (!method || alg !== "ES256" || typ !== "vc+jwt") throw new Fault("stranger", kid);
  const key = await crypto.subtle.importKey("jwk", method.publicKeyJwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const holds = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytesOf(signature), text.encode(`${head}.${payload}`));
  if (!holds) throw new Fault("credential");
  const claims = JSON.parse(words.decode(bytesOf(payload)));
  // of what it signed before, a revoked key still vouches for certificates; a list is signed anew every hour
  if (method.revoked && (claims.credentialSubject.certificate?.issuedOn ?? "9") >= method.revoked.slice(0, 10)) throw new Fault("stranger", kid);
  return { payload, claims };
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
  if (lines[0] !== "c2sp.org/tlog-proof@v1" || last !== 0 || !same(node, bytesOf(root))) throw new Fault("unlogged");
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
  throw new Fault("unlogged", "not signed by the body");
}

// --- the status lists (W3C Bitstring Status List) ---------------------------------------------------------------------------
async function listed(claims, did) {
  const found = {};
  for (const { statusPurpose, statusListIndex, statusListCredential } of claims.credentialStatus) {
    const { claims: list } = await get(new URL(statusListCredential).pathname).then(jwt => credential(jwt, did))
      .catch(fault => { throw fault.name === "unreachable" ? fault : new Fault("stale", fault); });
    if (Date.now() > Date.parse(list.validUntil)) throw new Fault("stale");
    if (typeof DecompressionStream === "undefined") return null;
    const bits = await unpacked(bytesOf(list.credentialSubject.encodedList.slice(1)), "gzip"), index = Number(statusListIndex);
    found[statusPurpose] = (bits[index >> 3] >> (7 - index % 8) & 1) === 1;
    found.at = Math.min(found.at ?? Infinity, Date.parse(list.validFrom));
  }
  return found;
}

// --- the seal of a PDF (PAdES: CMS, RFC 5652): all but the hole it lies in is signed ------------------------------------------
function der(bytes, at = 0) {
  let length = bytes[at + 1], start = at + 2;
  if (length > 0x80) {
    const more = length & 0x7f;
    length = bytes.slice(start, start + more).reduce((sum, one) => sum * 256 + one, 0); start += more;
  }
  return { tag: bytes[at], whole: bytes.slice(at, start + length), inside: bytes.slice(start, start + length), end: start + length };
}
function parts({ inside }) {
  const found = [];
  for (let at = 0; at < inside.length; at = found[found.length - 1].end) found.push(der(inside, at));
  return found;
}
const tagged = (node, tag) => parts(node).find(part => part.tag === tag);
const MESSAGE_DIGEST = "06092a864886f70d010904", RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

// Throws "seal" or "added" where it does not hold; null where only the body can tell: something lies over the seal.
async function sealed(pdf, source, did) {
  const [, ...told] = source.match(/\/ByteRange ?\[(\d+) (\d+) (\d+) (\d+) *\]/) ?? [], [start, first, after, rest] = told.map(Number);
  if (!told.length) throw new Fault("unsealed");
  const hole = source.slice(first, after);
  if (start !== 0 || !/^<([0-9a-f]*|[0-9A-F]*)>$/.test(hole)) throw new Fault("seal", "the hole");
  const cms = der(Uint8Array.from(hole.slice(1, -1).match(/../g), pair => parseInt(pair, 16)));
  const signed = parts(parts(cms)[1])[0], info = parts(parts(signed).pop())[0], attributes = tagged(info, 0xa0);
  const certificates = parts(tagged(signed, 0xa0)).map(one => one.whole), signature = tagged(info, 0x04).inside;
  const digest = parts(attributes).find(one => hex(parts(one)[0].whole) === MESSAGE_DIGEST);
  const own = await signer(certificates, signature, joined([0x31], attributes.whole.slice(1)));
  const named = hex(await sha256(joined(own, ...certificates.filter(one => one !== own))));
  if (!did.service.some(one => one.type === "SealCertificate" && one.serviceEndpoint === `urn:sha256:${named}`)) throw new Fault("otherSeal", named);
  const range = joined(pdf.subarray(0, first), pdf.subarray(after, after + rest));
  if (!same(parts(parts(digest)[1])[0].inside, await sha256(range))) throw new Fault("seal");
  return after + rest === pdf.length ? true : null;
}
async function signer(certificates, signature, told) {
  for (const one of certificates) {
    const spki = parts(parts(der(one))[0])[6].whole;
    const key = await crypto.subtle.importKey("spki", spki, RSA, false, ["verify"]).catch(() => null);
    if (key && await crypto.subtle.verify(RSA, key, signature, told)) return one;
  }
  throw new Fault("seal", "signed by none of its certificates");
}

// --- on the page -----------------------------------------------------------------------------------------------------------
function show(list, step, state) {
  const line = list.querySelector(`[data-step="${step}"]`);
  line.className = state; line.querySelector("i").textContent = list.dataset[state] ?? "";
}
async function step(list, name, checking) {
  try { const found = await checking(); show(list, name, found === null ? "unsupported" : "ok"); return found; }
  catch (error) { console.warn(name, String(error)); show(list, name, error.name === "unreachable" ? "unreachable" : "bad"); throw error; }
}
function alarm() {
  const verdict = document.getElementById("verdict"), word = verdict.querySelector(".word");
  verdict.className = "verdict alarm"; word.textContent = word.dataset.alarm;
}
async function checkPage(id, list) {
  const did = await keys();
  const vc = await step(list, "signature", async () => credential(await get(`/C/${id}.jwt`), did));
  const note = await step(list, "log", async () => logged(await get(`/C/${id}.tlog-proof`), await leafOf(vc)));
  await step(list, "checkpoint", () => signedNote(note, did));
  const shown = document.getElementById("verdict").classList, ended = ["withdrawn", "cancelled", "replaced"].some(one => shown.contains(one));
  const status = await step(list, "status", async () => {
    const found = await listed(vc.claims, did);
    if (found && (found.revocation !== ended || found.suspension !== shown.contains("suspended"))) throw new Error("the lists say otherwise");
    return found;
  });
  if (status) told(status.at);
}
function since(at, { asOf, age }) {
  return `${asOf} ${new Date(at).toLocaleString("sv")} (${Math.max(0, Math.round((Date.now() - at) / 60000))} ${age})`;
}
function told(at) {
  const fresh = document.getElementById("fresh");
  fresh.textContent = since(at, fresh.dataset);
}

// How it stood on a day: the last line that changed it counts, and an end is for ever.
function stood(lines, day, expires) {
  const becomes = { issued: "valid", restored: "valid", suspended: "suspended", withdrawn: "withdrawn", cancelled: "cancelled", expired: "expired", replaced: "replaced" };
  let now = "notYet";
  for (const { on, what } of lines) {
    if (on > day || !becomes[what]) continue;
    now = becomes[what];
    if (!["valid", "suspended"].includes(now)) break;
  }
  return day > expires && ["valid", "suspended"].includes(now) ? "expired" : now;
}

// --- a PDF somebody holds: the credential inside says which certificate it wants to be ----------------------------------------
async function attached(pdf, source) {
  const found = {};
  for (const one of source.matchAll(/\/Length (\d+)\/Type\/EmbeddedFile\b[^]*?\bstream\r?\n/g)) {
    const start = one.index + one[0].length, raw = pdf.slice(start, start + Number(one[1]));
    try {
      const content = words.decode(one[0].includes("FlateDecode") ? await unpacked(raw, "deflate") : raw);
      if (/^ey[^.]+\.[^.]+\.[^.]+$/.test(content.trim())) found.jwt ??= content;
      if (content.startsWith("c2sp.org/tlog-proof")) found.proof ??= content;
    } catch { /* damaged: as if it were not there */ }
  }
  return found;
}
const FIELDS = { number: one => one.number, client: one => `${one.client.zh} ${one.client.en}`, standard: one => `${one.standard.zh} / ${one.standard.en}`, scope: one => `${one.scope.zh} ${one.scope.en}`, until: one => one.validUntil };

// Everything the file proves by itself; what becomes of it now is asked of the body, and left open without a network.
async function judged(file, list, facts) {
  const pdf = new Uint8Array(await file.arrayBuffer()), source = new TextDecoder("latin1").decode(pdf), did = await keys();
  const seal = await step(list, "seal", () => sealed(pdf, source, did)).catch(fault => fault);
  const { jwt, proof } = await attached(pdf, source);
  if (!jwt) throw new Fault(["unsealed", "otherSeal"].includes(seal?.name) ? "none" : "damaged");
  const vc = await step(list, "signature", () => credential(jwt, did)).catch(async fault => { await compared(jwt, did, facts); throw fault; });
  tabled(vc.claims.credentialSubject.certificate, facts);
  const id = vc.claims.id.split("/").pop();
  const note = await step(list, "log", async () => logged(proof ?? "", await leafOf(vc)));
  await step(list, "checkpoint", () => signedNote(note, did));
  if (seal instanceof Error) throw seal;
  if (seal === null) await step(list, "seal", () => theBodysOwn(pdf, id));
  return standing(vc.claims, id, list, did);
}
async function theBodysOwn(pdf, id) {
  const { pdf: main, subs = [] } = JSON.parse(await get(`/C/${id}.json`)), hash = hex(await sha256(pdf));
  if (hash !== main && !subs.includes(hash)) throw new Fault("added");
}
async function standing(claims, id, list, did) {
  const status = await step(list, "status", () => listed(claims, did));
  const told = await get(`/C/${id}.json`).then(JSON.parse, () => ({ lines: [] })), expires = claims.validUntil.slice(0, 10);
  const lines = told.lines.map(({ on, ev }) => ({ on, what: ev })), now = stood(lines, today(), expires);
  if (!status) return { verdict: lines.length ? now : "unreachable", id };
  const listedAs = status.revocation ? "withdrawn" : status.suspension ? "suspended" : today() > expires ? "expired" : "valid";
  const agrees = status.revocation ? ["withdrawn", "cancelled", "replaced"].includes(now) : now === listedAs; // what was signed counts
  return { verdict: agrees ? now : listedAs, id, at: status.at, day: agrees ? lines.filter(one => one.what === now).pop()?.on : undefined };
}
function tabled(one, facts, other = one) {
  facts.replaceChildren();
  for (const [name, field] of Object.entries(FIELDS)) {
    const line = [["dt", facts.dataset[name]], ["dd", field(one)], ...(field(one) === field(other) ? [] : [["dd", `✗ ${facts.dataset.here} ${field(other)}`]])];
    for (const [kind, said] of line) facts.append(Object.assign(document.createElement(kind), { textContent: said }));
    if (line.length > 2) facts.lastChild.className = "bad";
  }
}
// The credential in the file was changed: what the body had written instead.
async function compared(jwt, did, facts) {
  try {
    const here = JSON.parse(words.decode(bytesOf(jwt.split(".")[1]))), id = here.id.split("/").pop();
    const { claims } = await credential(await get(`/C/${id}.jwt`), did);
    tabled(claims.credentialSubject.certificate, facts, here.credentialSubject.certificate);
  } catch { /* nothing to compare it with */ }
}
const UNKNOWN = ["none", "stranger", "unlogged", "absent"], UNSURE = ["unreachable", "stale"];
async function checkFile(file) {
  const box = document.getElementById("dropped"), said = box.dataset, [word, why] = box.querySelectorAll("p"), list = box.querySelector("ol"), facts = box.querySelector("dl");
  for (const line of list.children) { line.className = ""; line.lastElementChild.textContent = ""; }
  facts.replaceChildren(); why.textContent = ""; box.hidden = false; said.verdict = ""; word.textContent = said.checking;
  try {
    if (!crypto.subtle) throw new Fault("insecure");
    const { verdict, id, at, day } = await judged(file, list, facts);
    said.verdict = verdict; word.textContent = said[verdict] + (day && verdict !== "valid" ? ` ${day}` : ""); why.textContent = at ? since(at, said) : "";
    if (document.body.dataset.id !== id) why.append(" ", Object.assign(document.createElement("a"), { href: `/C/${id}`, textContent: `${said.open} ${id}` }));
  } catch (fault) {
    console.warn(String(fault));
    const kind = fault.name in said ? fault.name : "none";
    said.verdict = UNSURE.includes(kind) || kind === "insecure" ? "unsure" : UNKNOWN.includes(kind) ? "unknown" : "altered";
    word.textContent = said[said.verdict]; why.textContent = said[kind];
  }
}

const id = document.body.dataset.id, day = document.getElementById("asof"), drop = document.getElementById("drop"), steps = document.getElementById("checks");
const today = () => new Date().toLocaleDateString("sv");
if (steps && id) {
  if (crypto.subtle) checkPage(id, steps).catch(fault => fault.name === "unreachable" || alarm());
  else for (const line of steps.children) show(steps, line.dataset.step, "unsupported");
} else if (drop) keys().catch(() => {}); // so that a file can be checked should the network go
if (id) {
  const verdict = document.getElementById("verdict"), word = verdict.querySelector(".word"), expires = verdict.dataset.expires;
  if (today() > expires && /in_force|suspended/.test(verdict.className)) { verdict.className = "verdict expired"; word.textContent = word.dataset.expired; }
  day.parentElement.hidden = false; day.value = today();
  const lines = [...document.querySelectorAll("#history li")].reverse().map(line => line.dataset);
  const tell = () => { const output = document.getElementById("stood"); output.textContent = day.value ? output.dataset[stood(lines, day.value, expires)] : ""; };
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

// The attempt player. One page that never navigates: each answer is written to IndexedDB first, then sent in order of its
// sequence number; "saved" is said only after the server's durable acknowledgement. Markup: Attempts/Take.cshtml.
const $ = (selector, from = document) => from.querySelector(selector), all = (selector, from = document) => [...from.querySelectorAll(selector)];
const root = $("[data-attempt]"), data = root.dataset, url = "/a/" + data.attempt, say = JSON.parse(data.texts);
const client = [...crypto.getRandomValues(new Uint8Array(8))].map(b => (b % 36).toString(36)).join("");
const questions = new Map(all("[data-item]").map(q => [+q.dataset.item, q]));
const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, v), text);

// ---- Time: the server's, carried on by a clock that no one can set
// The page gave it when its first byte came; a poor line needs seconds for the rest.
const came = performance.getEntriesByType("navigation")[0].responseStart;
let offset = +data.now - came, end = came + +data.left, closed = false, warned = Infinity;
const now = () => Math.round(performance.now() + offset);

// ---- What this browser keeps until the server has it
let store = null, seq = 0;
const waiting = new Map();
const key = e => `${e.client}.${e.seq}`;
const open = () => new Promise((done, fail) => {
  const r = indexedDB.open("alys-attempts", 1);
  r.onupgradeneeded = () => r.result.createObjectStore("answers", { keyPath: ["attempt", "client", "seq"] });
  r.onsuccess = () => done(r.result);
  r.onerror = r.onblocked = () => fail(r.error);
});
const change = work => new Promise((done, fail) => {
  const t = store.transaction("answers", "readwrite", { durability: "strict" });
  const request = work(t.objectStore("answers"));
  t.oncomplete = () => done(request?.result);
  t.onabort = t.onerror = () => fail(t.error);
});
const whole = () => IDBKeyRange.bound([data.attempt], [data.attempt, []]);
const keep = async e => {
  if (store) try { await change(s => s.put({ attempt: data.attempt, client: e.client, seq: e.seq, item: e.item, response: e.response, at: e.at })); return true } catch { }
  $("#kept-nowhere").hidden = false;
  return false;
};
const forget = list => store && change(s => list.forEach(e => s.delete([data.attempt, e.client, e.seq]))).catch(() => { });

// ---- A question's answer, read from and written into its controls
const readGap = g => {
  if (g.matches("select,input")) return g.value.trim() === "" ? null : g.matches("select") ? +g.value : g.value;
  const chosen = all("input:checked", g).map(i => +i.value);
  return !chosen.length ? null : g.dataset.gap == "several" ? chosen : chosen[0];
};
const writeGap = (g, response) => {
  if (g.matches("select,input")) g.value = response ?? "";
  else all("input", g).forEach(i => i.checked = response !== null && [response].flat().includes(+i.value));
};
// As they were shown, wherever the learner has moved them.
const places = q => all("select", q).sort((a, b) => a.id.split("m")[1] - b.id.split("m")[1]);
const read = q => {
  const kind = q.dataset.kind, chosen = all("input:checked", q).map(i => i.value);
  if (kind == "MultipleChoice") return chosen.length ? chosen.map(Number) : null;
  if (kind == "Cloze") { const gaps = all("[data-gap]", q).map(readGap); return gaps.some(v => v !== null) ? gaps : null }
  if (kind == "Matching" || kind == "Ordering") { const m = places(q).map(s => s.value === "" ? null : +s.value); return m.some(v => v !== null) ? m : null }
  if (kind == "SingleChoice" || kind == "TrueFalse") return chosen.length ? JSON.parse(chosen[0]) : null;
  return $("input,textarea", q).value.trim() === "" ? null : $("input,textarea", q).value;
};
const write = (q, response) => {
  if (q.dataset.kind == "Cloze") return all("[data-gap]", q).forEach((g, i) => writeGap(g, response?.[i] ?? null));
  const texts = [response].flat().map(String);
  all("input[type=radio],input[type=checkbox]", q).forEach(i => i.checked = response !== null && texts.includes(i.value));
  places(q).forEach((s, i) => s.value = response?.[i] ?? "");
  all("input[type=text],textarea", q).forEach(t => t.value = response ?? "");
  q.dispatchEvent(new Event("written"));
};

// ---- What the learner is told
let spoken, speak;
const tell = text => { clearTimeout(speak); speak = setTimeout(() => { if (spoken != text) $("#said").textContent = spoken = text }, 400) };
const mark = (q, state) => {
  q.dataset.state = state;
  $(".state", q).textContent = say[state] ?? "";
  const link = $(`#jump a[href="#${q.id}"]`);
  const answered = read(q) !== null;
  link.classList.toggle("answered", answered);
  $("span", link).textContent = answered ? say.answered : say.unanswered;
};
const show = () => {
  const n = waiting.size;
  $("#queue").textContent = n ? fill(say.waiting, n) : say.allSaved;
  $("#queue").className = "badge " + (n ? "warn" : "ok");
};
const link = up => {
  $("#offline").hidden = up;
  if (!up) tell(say.offline);
};

// ---- Answering
const answer = (q, settled) => {
  if (closed) return;
  const item = +q.dataset.item, response = read(q);
  let e = q.open;
  if (!e && JSON.stringify(response) == q.last) return;
  if (!e) {
    e = q.open = { client, seq: ++seq, item };
    e.since = now();
    waiting.set(key(e), e);
  }
  q.last = JSON.stringify(e.response = response);
  e.at = Math.max(now(), last + 1);
  last = e.at;
  mark(q, "keeping");
  show();
  e.kept = keep(e).then(kept => { if (kept && q.dataset.state == "keeping") mark(q, "kept") });
  clearTimeout(q.pause);
  if (settled || now() - e.since > 10000) settle(q); else q.pause = setTimeout(() => settle(q), 1500);
};
let last = 0;
// A choice is an answer at once; typing is one when it pauses, and is kept here at each letter.
const settle = async q => {
  clearTimeout(q.pause);
  const e = q.open;
  if (!e) return;
  q.open = null;
  await e.kept;
  e.ready = true;
  send();
};
root.addEventListener("input", e => { const q = e.target.closest("[data-item]"); if (q) answer(q, !e.target.matches("textarea,input[type=text]")) });
root.addEventListener("focusout", e => { const q = e.target.closest("[data-item]"); if (q) settle(q) });
root.addEventListener("click", e => {
  if (!e.target.matches("[data-clear]")) return;
  const q = e.target.closest("[data-item]");
  write(q, null);
  answer(q, true);
  $("input,select", q).focus();
});

// ---- Sending: one post at a time, oldest first
let sending, again, delay = 0, refused = "", acknowledged = 0, late = 0, latest;
const post = (path, body) => fetch(url + path, {
  method: "POST", redirect: "manual", cache: "no-store", body: JSON.stringify(body), signal: AbortSignal.timeout(30000),
  headers: { "content-type": "application/json", RequestVerificationToken: data.token }
});
const send = async () => {
  clearTimeout(again);
  if (sending || closed == "done") return;
  sending = true;
  try {
    do {
      const ready = [...waiting.values()].filter(e => e.ready);
      let size = 0;
      const batch = ready.filter(e => e.client == ready[0].client).slice(0, 40).filter((e, i) => (size += JSON.stringify(e.response).length) < 60000 || !i);
      const from = performance.now();
      const r = await post("/answers", { client: batch[0]?.client ?? client, answers: batch.map(({ seq, item, response, at }) => ({ seq, item, response, at })) });
      if (!r.ok) { trouble(r); throw r.status }
      const reply = await r.json();
      trouble();
      sync(reply, from);
      const seen = new Set(reply.saved.concat(reply.late, reply.refused));
      const gone = batch.filter(e => seen.has(e.seq));
      await forget(gone);
      gone.forEach(e => {
        waiting.delete(key(e));
        const q = questions.get(e.item), newer = [...waiting.values()].some(w => w.item == e.item);
        if (q && !newer) mark(q, reply.refused.includes(e.seq) ? "refused" : reply.late.includes(e.seq) ? "late" : "saved");
      });
      acknowledged += gone.filter(e => e.client == client && !reply.refused.includes(e.seq)).length;
      late += reply.late.length;
      if (gone.length) tell(reply.refused.length ? say.refused : reply.late.length ? say.late : say.saved);
      show();
      delay = 0;
      if (!gone.length && batch.length) throw "unacknowledged";
    } while ([...waiting.values()].some(e => e.ready));
    link(true);
    if (finishing && !waiting.size && latest.state == "Running") latest = await finish();
    if (latest.state != "Running" && !waiting.size) done();
  } catch (error) {
    if (typeof error != "number") link(false);
    delay = Math.min(delay * 2 || 1000, 15000);
  }
  sending = false;
  // An idle post learns of extra time, of a closed attempt and of a broken link.
  again = setTimeout(send, delay || 30000);
};
const trouble = r => {
  const text = !r ? "" : r.type == "opaqueredirect" || r.status == 401 ? say.signIn : r.status == 507 || r.status >= 500 ? say.server : say.rejected;
  if (text != refused) { $("#trouble").hidden = !text; $("#trouble p").textContent = refused = text; if (text) tell(text) }
};
addEventListener("online", send);
addEventListener("offline", () => link(false));
addEventListener("visibilitychange", () => { all("[data-item]").forEach(settle); send() });
addEventListener("beforeunload", e => { if (waiting.size) e.preventDefault() });

// ---- The server's clock
const sync = (reply, from) => {
  const trip = (performance.now() - from) / 2, longer = performance.now() + reply.left - trip - end;
  offset = reply.now + trip - performance.now();
  end = performance.now() + reply.left - trip;
  if (longer > 5000) { tell(fill(say.longer, Math.round(longer / 60000))); warned = Infinity }
  latest = reply;
  if (closed == "time" && reply.state == "Running" && reply.left > 3000) { closed = false; finishing = false; freeze(false) }
};
const clock = () => {
  const left = Math.max(0, Math.ceil((end - performance.now()) / 1000)), two = n => String(n).padStart(2, "0");
  const h = Math.floor(left / 3600), m = Math.floor(left / 60) % 60;
  $("#clock").textContent = left > 86400 ? "" : h ? `${h}:${two(m)}:${two(left % 60)}` : `${m}:${two(left % 60)}`;
  for (const minutes of [1, 5]) if (left <= minutes * 60 && warned > minutes) { if (left) tell(fill(say.minutes, minutes)); warned = minutes; $("#time").classList.add("warn"); break }
  if (left > 300) $("#time").classList.remove("warn");
  if (!left && !closed) { all("[data-item]").forEach(settle); closed = "time"; freeze(true); tell(say.timeOver); finishing = true; send() }
};
const freeze = off => all("[data-item]").forEach(q => q.disabled = off);

// ---- Handing in
let finishing = false;
const panel = name => ["#questions", "#finish", "#done"].forEach(id => $(id).hidden = id != name);
const finish = async () => {
  const r = await post("/submit", { client, answers: acknowledged });
  if (!r.ok) { trouble(r); throw r.status }
  return r.json();
};
const done = () => {
  closed = "done";
  freeze(true);
  $("#late").hidden = !late;
  $("#done p").textContent = latest.state == "TimedOut" ? say.timedOut : say.submitted;
  panel("#done");
  // The bar's last words, that it is being handed in, are true no more.
  clearTimeout(speak);
  $(".exam-bar").hidden = true;
  $("#done h2").focus();
};
$("#to-finish").onclick = () => {
  all("[data-item]").forEach(settle);
  const open = [...questions.values()].filter(q => read(q) === null);
  $("#unanswered").textContent = open.length ? fill(say.left, open.length) : say.none;
  panel("#finish");
  $("#finish h2").focus();
};
$("#back").onclick = () => { finishing = false; $("#handing").hidden = true; panel("#questions"); $("#questions h2").focus() };
$("#hand-in").onclick = () => { finishing = true; $("#handing").hidden = false; tell(say.handing); send() };

// ---- Start: the server's answers stand in the page; what this browser still holds is newer or older by its time
try {
  store = await open();
  for (const e of await change(s => s.getAll(whole()))) {
    const q = questions.get(e.item);
    waiting.set(key(e), Object.assign(e, { ready: true }));
    if (q && e.at >= +(q.dataset.at || 0)) { write(q, e.response); q.dataset.at = e.at; q.dataset.state = "kept" }
  }
} catch { $("#kept-nowhere").hidden = false }
questions.forEach(q => { q.last = JSON.stringify(read(q)); mark(q, q.dataset.state || "") });
$("#questions").hidden = false;
show();
clock();
setInterval(clock, 500);
// The page has just come from the server: without an answer to bring there is nothing to ask it.
if (waiting.size) send(); else again = setTimeout(send, 30000);

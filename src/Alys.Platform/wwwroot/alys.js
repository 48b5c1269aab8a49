// Optional: every page works without it. What it adds and the markup it looks for: docs/ui.md.
const d = document, $ = (s, f) => d.querySelectorAll(s).forEach(f), store = localStorage;

// An image loads when it is asked for.
d.addEventListener("click", e => {
  const a = e.target.closest("a.image-box");
  if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  const i = new Image();
  i.alt = a.dataset.alt || "";
  i.src = a.href;
  i.onload = () => a.replaceWith(i);
  i.onerror = () => location = a.href;
});

// What is typed stays on this machine until the server has answered the post with its redirect.
const landed = performance.getEntriesByType("navigation")[0]?.redirectCount && !d.querySelector("[type=password]");
if (landed && store["alys.sent"]) delete store[store["alys.sent"]];
if (landed) delete store["alys.sent"];
$("form[data-draft]", f => {
  const key = "alys.draft." + f.dataset.draft, areas = [...f.querySelectorAll("textarea,[type=text]")];
  const kept = JSON.parse(store[key] || "[]");
  areas.forEach((t, n) => { if (!t.value && kept[n]) t.value = kept[n] });
  f.addEventListener("input", () => store[key] = JSON.stringify(areas.map(t => t.value)));
  f.addEventListener("reset", () => delete store[key]);
  f.addEventListener("submit", () => store["alys.sent"] = key);
});
$("form[data-guard]", f => {
  let dirty;
  f.addEventListener("input", () => dirty = 1);
  f.addEventListener("submit", () => dirty = 0);
  addEventListener("beforeunload", e => dirty && e.preventDefault());
});

// A message goes out by itself; what comes of it arrives on the live stream.
$("form[data-send]", f => f.addEventListener("submit", async e => {
  if (!f.reportValidity() || !live.open) return;
  e.preventDefault();
  const t = f.querySelector("textarea"), b = f.querySelector("button"), key = f.elements._key;
  const headers = { RequestVerificationToken: f.elements.__RequestVerificationToken.value, "x-key": key.value };
  b.disabled = true;
  const r = await fetch(f.dataset.send, { method: "POST", headers, body: t.value }).catch(() => 0);
  b.disabled = false;
  if (r.status != 204) return f.submit();
  key.value = Math.random().toString(36).slice(2) + Date.now().toString(36);
  f.reset();
}));

// One stream for all tabs: the holder of the lock listens and tells the others; a page that watches takes the lock.
const live = {}, url = d.body.dataset.live, tabs = url && new BroadcastChannel("alys");
const notice = n => {
  $(".count", c => c.textContent = n.unread || "");
  if (!n.text) return;
  $(".toast", t => t.remove());
  const p = d.createElement("p"), a = d.createElement("a");
  p.className = "note toast"; p.setAttribute("role", "status");
  a.href = n.url; a.textContent = n.text;
  d.body.append(p); p.append(a);
  setTimeout(() => p.remove(), 15000);
};
const listen = () => new Promise(() => {
  const w = d.querySelector("[data-watch]");
  const s = live.open = new EventSource(url + (w ? "?" + w.dataset.watch + w.lastElementChild?.dataset.no : ""));
  s.addEventListener("notice", e => { const n = JSON.parse(e.data); notice(n); tabs.postMessage(n) });
  s.addEventListener("part", e => w.insertAdjacentHTML("beforeend", e.data));
});
const take = steal => navigator.locks.request("alys.live", { steal }, listen).catch(() => { live.open?.close(); live.open = 0; take() });
if (url && navigator.locks) {
  tabs.onmessage = e => notice(e.data);
  const w = d.querySelector("[data-watch]");
  // A page that is only passed through opens none: each is a request, and on a poor line it would travel before the next page's.
  // Whoever begins to write a message needs it at once.
  let begun;
  const begin = () => {
    if (begun) return;
    begun = take(!!w);
    if (w) d.addEventListener("visibilitychange", () => d.hidden || live.open || take(true));
  };
  setTimeout(begin, 10000);
  $("form[data-send]", f => f.addEventListener("focusin", begin));
}

// What later pages are compressed against comes when the line has been quiet for a while.
const words = d.body.dataset.dictionary;
if (words) setTimeout(() => d.head.append(Object.assign(d.createElement("link"), { rel: "compression-dictionary", href: words })), 10000);

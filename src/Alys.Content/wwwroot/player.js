// Plays the chosen variant in place; without it each choice is a page of its own. A press of play takes the ladder, from its lightest rung.
const library = document.querySelector("script[data-hls]").dataset.hls, type = "application/vnd.apple.mpegurl";
const keepPlace = media => {
  const at = media.currentTime;
  if (at > .5) media.addEventListener("loadedmetadata", () => media.currentTime = at, { once: true });
};
const begin = async (media, url) => {
  media.hls?.destroy();
  media.hls = null;
  if (!url.endsWith(".m3u8") || media.canPlayType(type)) {
    keepPlace(media);
    media.src = url;
  } else {
    // Some 120 kB, so only for a browser that knows nothing of HLS, and only now; the plain file plays until it is here.
    const { default: Hls } = await import(library);
    if (!Hls.isSupported()) return false;
    media.hls = new Hls({ enableWorker: false, startLevel: 0, testBandwidth: false, abrEwmaDefaultEstimate: 50000, maxBufferLength: 60 });
    keepPlace(media);
    media.hls.loadSource(url);
    media.hls.attachMedia(media);
  }
  return media.play().then(() => true, () => false);
};
document.querySelectorAll("figure.player").forEach(figure => {
  const media = figure.querySelector("video,audio"), plain = media?.currentSrc || media?.querySelector("source")?.src;
  if (!media) return;
  let isChosen;
  const choose = async (url, choice) => {
    isChosen = true;
    figure.querySelectorAll("[aria-current]").forEach(a => a.removeAttribute("aria-current"));
    choice?.setAttribute("aria-current", "true");
    if (!await begin(media, url) && url !== plain && !media.paused) await begin(media, plain);
  };
  media.addEventListener("play", () => isChosen || media.dataset.ladder && choose(media.dataset.ladder));
  figure.addEventListener("click", e => {
    const a = e.target.closest("a[data-src]");
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    choose(a.dataset.src, a);
  });
});

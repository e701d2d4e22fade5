// Says when the screen shows something old; the page itself is loaded again by its refresh.
(() => {
  "use strict";
  const made = document.getElementById("made");
  const check = () => {
    const hours = (Date.now() - Date.parse(made.dateTime)) / 3600000;
    document.getElementById("stale").hidden = hours < Number(made.dataset.staleHours);
  };
  check();
  setInterval(check, 60000);
})();

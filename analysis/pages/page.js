"use strict";
document.querySelectorAll("button[data-copy]").forEach(function (button) {
  button.hidden = false;
  button.addEventListener("click", function () {
    var box = document.createElement("textarea");
    box.value = button.dataset.copy;
    document.body.appendChild(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    button.focus();
    button.textContent = "copied";
  });
});
document.querySelectorAll("select[data-shows]").forEach(function (choice) {
  var parts = document.querySelectorAll(choice.dataset.shows);
  function show() { parts.forEach(function (part) { part.hidden = part.id !== choice.value; }); }
  choice.parentElement.hidden = false;
  function follow() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var part = place && place.closest(choice.dataset.shows);
    if (part) { choice.value = part.id; }
    show();
    if (part) { place.scrollIntoView({block: "center"}); }
  }
  choice.addEventListener("change", show);
  window.addEventListener("hashchange", follow);
  follow();
});
document.querySelectorAll("[data-any]").forEach(function (box) {
  var data = JSON.parse(document.getElementById("any-pair").textContent), place = document.getElementById("pair-any");
  var left = box.querySelector("[name=left]"), right = box.querySelector("[name=right]");
  function make(kind, parent, words, css) {
    var part = parent.appendChild(document.createElement(kind));
    if (words) { part.textContent = words; }
    if (css) { part.className = css; }
    return part;
  }
  function write(cell, sentence, judged) {
    var found = judged[sentence[0]] || [data.tags.length - 1, []], tag = data.tags[found[0]], end = 0;
    var line = make("p", cell, "", tag[0]), letters = Array.from(sentence[2]);  // offsets count characters, as Python does
    if (sentence[1]) { make("span", line, sentence[1], "tag"); }
    make("span", line, tag[1], "tag");
    found[1].forEach(function (span) {
      line.append(letters.slice(end, span[0]).join(""));
      make("ins", line, letters.slice(span[0], span[1]).join(""));
      end = span[1];
    });
    line.append(letters.slice(end).join(""));
  }
  function lay(one, two) {
    var pair = data.pairs[one + " " + two] || {rows: [], left: {}, right: {}};
    var sides = [data.texts[one], one === two ? [] : data.texts[two]], judged = [pair.left, pair.right], next = [0, 0];
    place.textContent = "";
    var table = make("table", make("div", place, "", "reader"));
    make("caption", table, data.outlets[one] + " beside " + data.outlets[two]);
    var head = make("tr", make("thead", table)), body = make("tbody", table);
    [one, two].forEach(function (text) { make("th", head, data.outlets[text]).scope = "col"; });
    function add(numbers) {
      var row = make("tr", body);
      numbers.forEach(function (count, side) {
        var cell = make("td", row);
        for (; count > 0; count -= 1) { write(cell, sides[side][next[side]], judged[side]); next[side] += 1; }
        if (!cell.firstChild) { make("p", cell, "nothing beside it in " + data.outlets[side ? two : one], "none"); }
      });
    }
    function reach(side, number) {
      while (next[side] < sides[side].length && sides[side][next[side]][0] < number) { add(side ? [0, 1] : [1, 0]); }
    }
    pair.rows.forEach(function (row) { reach(0, row[0][0]); reach(1, row[1][0]); add([row[0].length, row[1].length]); });
    if (!pair.rows.length) { add([sides[0].length, sides[1].length]); }
    reach(0, Infinity);
    reach(1, Infinity);
  }
  function show() {
    var one = Math.min(left.value, right.value), two = Math.max(left.value, right.value);
    var ready = data.ready[one + " " + two], chosen = ready ? "pair-" + ready : "pair-any";
    if (!ready) { lay(one, two); }
    document.querySelectorAll("section[id^=pair-]").forEach(function (part) { part.hidden = part.id !== chosen; });
  }
  box.hidden = false;
  left.addEventListener("change", show);
  right.addEventListener("change", show);
});

// Letters without their marks, so that "zolw" finds "żółw".
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();
const wordsOf = (text) => folded(text).split(/\s+/).filter(Boolean);

import Model
import Storing
import Tokenizing

/// How often a form stands in the archive.
struct FormCount {
    /// Entries that have it, in title or text, in whatever case.
    var entries = 0
    /// Those that have it with a small letter where the form has a capital.
    var inSmallLetters = 0
}

extension Archive {
    /// The counts of forms, in their order.
    func counts(of forms: [String]) throws(RunError) -> [FormCount] {
        var trie = TermTrie()
        let numbers = forms.indices.filter { trie.insert(TermPattern(forms[$0])) != nil }
        let isCapitalized = forms.map { $0.first?.isUppercase ?? false }
        var counts = Array(repeating: FormCount(), count: forms.count)
        try forEachText(withAnyOf: forms) { text in
            var found: Set<Int> = []
            var small: Set<Int> = []
            for words in [text.title, text.text].compactMap(\.self).map({ Words(of: $0) }) {
                for match in trie.matches(in: words, acrossQuotes: true) {
                    let form = numbers[match.term]
                    found.insert(form)
                    if isCapitalized[form], !words[match.words.lowerBound].isCapitalized {
                        small.insert(form)
                    }
                }
            }
            for form in found { counts[form].entries += 1 }
            for form in small { counts[form].inSmallLetters += 1 }
        }
        return counts
    }
}

/// A name of one or more words, and the forms they make together.
struct InflectedName {
    /// Parted by single spaces; a hyphen parts no words, since what stands before it stays.
    private let words: [String]
    private let grammar: any Grammar

    init(_ name: String, grammar: any Grammar) {
        words = name.split(separator: " ").map(String.init)
        self.grammar = grammar
    }

    var forms: [(form: String, slot: GrammaticalSlot)] {
        words.count > 1
            ? grammar.schemes(for: words).flatMap(forms)
            : words.flatMap { grammar.noun($0) }.map { ($0.text, $0.slot) }
    }

    // MARK: - Private

    private func forms(_ scheme: InflectionScheme) -> [(form: String, slot: GrammaticalSlot)] {
        let table = zip(words, scheme.roles).map { word, role -> [WordForm]? in
            switch role {
            case .fixed: nil
            case .noun: grammar.noun(word)
            case .adjective: grammar.adjective(word)
            case .head: grammar.head(word)
            case .neuterPlural: grammar.neuterPlural(word)
            case .plural:
                grammar.noun(word).filter { $0.slot.number == .plural }.map(\.besideSingular)
            case .personal(let part, let gender):
                grammar.personal(word, part, of: gender).nilIfEmpty
            }
        }
        return GrammaticalSlot.all.flatMap { slot in
            scheme.number.map { $0 != slot.number } ?? false
                || scheme.lacksVocative && slot.grammaticalCase == .vocative
                ? []
                : names(in: slot, of: table, agreeing: scheme.agrees && slot.number == .singular)
                    .map { ($0, slot) }
        }
    }

    /// Every way to put the words together in one case.
    ///
    /// - Parameter table: The forms of each word; `nil` for a word that stays.
    private func names(
        in slot: GrammaticalSlot, of table: [[WordForm]?], agreeing: Bool
    ) -> [String] {
        let choices = zip(words, table).map { word, forms in
            forms?.filter { $0.slot == slot }.map(Head.init) ?? [Head(text: word, gender: nil)]
        }
        let heads = choices.dropFirst().reduce(choices.first ?? []) { heads, next in
            heads.flatMap { head in next.compactMap { head.followed(by: $0, agreeing) } }
        }
        return heads.map(\.text)
    }

    /// The first words of a name, declined.
    private struct Head {
        let text: String
        let gender: GrammaticalGender?

        init(text: String, gender: GrammaticalGender?) {
            self.text = text
            self.gender = gender
        }

        init(_ form: WordForm) {
            self.init(text: form.text, gender: form.gender)
        }

        func followed(by next: Head, _ agreeing: Bool) -> Head? {
            if agreeing, let gender, let other = next.gender, gender != other { return nil }
            return Head(text: text + " " + next.text, gender: gender ?? next.gender)
        }
    }
}

extension Array {
    fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}

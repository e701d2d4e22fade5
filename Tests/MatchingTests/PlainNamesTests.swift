import Matching
import Model
import TestSupport
import Testing
import Tokenizing

/// What a look at a text's bytes tells of names, beside what its words tell.
struct PlainNamesTests {
    /// Everything that parts or joins words, quotes, calls, signs, or is an address.
    private static let pieces = [
        "Kawka", "KAWKA", "kawki", "Nova", "nova", "Źle", "źle", "ŹLE", "Orzech", "zefirnet",
        "Żółwiarniaczek", "żółwiarniaczek", "Maksimiliāniešiem", "ķekarsā", "i", "w", "5G", "a_b",
        "Share on", "Seko mums", "udostępnij na", "Sent from my", "thanks", "dobra",
        " ", " ", " ", " ", "\n", "\r\n", "\t", "\u{A0}", "\u{2028}", "  ", ". ", ", ", "! ", "… ",
        ".", ",", "-", "--", "\n-- \n", "'", "’", "„", "”", "(", ")", "/", "@", "#", "&", "+", ":",
        "\n> ", ">", "<", "\"", "https://", "www.", ".pl", "@x.example", "👍🏽", "❤️", "–", "×", "÷",
        "\u{AD}", "\u{200B}", "\u{301}", "\u{10D0}", "²", "ÿ", "Ÿ", "İ", "ß", "✔", "❓", " & ", "_",
        "_", " _", "_ ",
        " – ", "Z\u{301}le", "No\u{AD}va", "\u{2060}", "\u{20E3}",
        "#kawka", "#KawkaNova", "#Źle", "KawkaNova", "kawkanova", " and ", "OrzechNova",
    ]

    private static let names = [
        "Kawka", "Nova", "Źle", "5G", "Żółwiarniaczek", "Maksimiliāniešiem", "ķekarsā", "a_b",
        "Orzech Nova", "Nova i Kawka", "zefirnet", "@kawka", "#nova", "ÿ", "share", "https",
        "Orzech & Nova", "Kawka – Nova", "Nova 👍", "Kawka ✔", "Nova ❓", "Orzech Źle", "Kawka Nova",
        "Orzech-Nova",
    ]

    @Test(arguments: 0..<2_000)
    func `what a look at the bytes tells is what the words tell`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let matcher = MentionMatcher(brands: randomBrands(&random))
        for _ in 0..<5 {
            let entry = EntryText(
                title: Bool.random(using: &random) ? text(of: 4, &random) : nil,
                text: text(of: Int.random(in: 0...40, using: &random), &random))
            let expected = matcher.findings(
                inWordsOf: entry, title: Words(of: entry.title ?? ""), text: Words(of: entry.text))
            #expect(matcher.findings(in: entry) == expected, "in \(entry)")
            #expect(matcher.mayFind(in: entry) || expected.isEmpty, "in \(entry)")
        }
    }

    @Test(arguments: [
        ("Kawka jest tu.", 1), ("(Kawka)", 1), ("Witam „KAWKA”, dobra…", 1),
        ("Nova, Kawka – i Nova!", 3), ("Źle i źle i ŹLE", 3), ("żółwiarniaczek.", 1),
        ("Kawkaźle", 0), ("Kawka\nNova\n", 2), ("i „…Kawka…” –Źle", 2), ("Kawka 👍 Nova", 2),
        ("Orzech 👍 Nova", 1), ("Wodna. Wodna: tak", 2),
    ])
    func `names that stand plainly are told without the words`(text: String, count: Int) {
        let trie = self.trie(["Kawka", "Nova", "Źle", "Żółwiarniaczek", "Orzech Nova", "Wodna"])
        #expect(trie.sightings(in: text)?.count == count)
    }

    @Test(arguments: [
        "@Kawka", "Kawka.pl", "x@kawka.pl", "Kawka-Nova", "Kawka's", "https://a.example/,Kawka",
        "> Kawka", "dobra\n> Kawka", "Kawka\n--\nNova", "Share on Kawka", "Orzech Nova",
        "_Kawka_", "„_Kawka_”", "Kawka\u{AD}", "Kawka\u{301}", "\u{200B}> Kawka", "Nova 👍",
        "Orzech\u{200B} Nova",
    ])
    func `where its surroundings matter, it takes the words`(text: String) {
        let names = ["Kawka", "Nova", "Orzech Nova", "Nova 👍"]
        #expect(trie(names).sightings(in: text) == nil)
        #expect(trie(names.reversed()).sightings(in: text) == nil)
    }

    @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 127, 128, 129])
    func `a name is found wherever it stands in a block of bytes`(before: Int) {
        let trie = self.trie(["Kawka", "Orzechownik", "Źdźbło"])
        for name in ["Kawka", "orzechownik", "ŹDŹBŁO"] {
            for behind in ["", " ", " i tak dalej, aż do końca bloku i jeszcze kawałek za nim"] {
                let text = String(repeating: ".", count: before) + name + behind
                #expect(trie.sightings(in: text)?.map(\.form) == [name])
                #expect(trie.sightings(in: text)?.first?.range.lowerBound == before)
            }
        }
    }

    @Test(arguments: [
        ("5×Kawka", false), ("Źle÷Kawka", false), ("ż\u{A0}Kawka", false), ("–Kawka", true),
        ("„Kawka", true), ("źKawka", true), ("xKawka", true), ("_Kawka", false),
        ("–_Kawka_", false),
    ])
    func `a sign in the run of a name is seen wherever a block of bytes ends`(
        run: String, isPlain: Bool
    ) {
        let trie = self.trie(["Kawka"])
        let named = trie.matches(in: Words(of: run)).count
        for before in 40..<140 {
            let text = String(repeating: ".", count: before) + run + " i kawałek dalej"
            #expect(trie.sightings(in: text)?.count == (isPlain ? named : nil))
            #expect(trie.mayMatch(in: text) || named == 0)
        }
    }

    @Test func `a word of the same outline is another word`() {
        let trie = self.trie(["Źdźbło"])
        #expect(trie.sightings(in: "Śdśbęo źdźbłó ŹDŹBŁO")?.map(\.form) == ["ŹDŹBŁO"])
    }

    @Test(arguments: [
        "Orzech & Nova", "Orzech + Nova", "Orzech – Nova", "Orzech … Nova", "Nova ✔", "Nova ❓",
        "Nova 👍", "Nova 1️⃣", "Orzech O'Nova", "Orzech A&B",
    ])
    func `a name that goes on by a mark or an emoji is found`(name: String) {
        #expect(trie([name]).mayMatch(in: "To \(name)."))
        #expect(trie(["Nova", "Orzech", name]).sightings(in: "To \(name).") == nil)
        #expect(trie([name, "Nova", "Orzech"]).sightings(in: "To \(name).") == nil)
    }

    @Test(arguments: ["–", "…", "„”", "– …"])
    func `marks alone are no name, whatever stands before them`(marks: String) {
        let names = ["Abcdefghijklmno", "Abcdefghijklmn", "Łąkołąka"]
        let trie = self.trie(names)
        for name in names {
            for spaces in [" ", "  "] {
                let text = "x\(name)\(spaces)\(marks)"
                #expect(trie.sightings(in: text)?.isEmpty == true)
                #expect(!trie.mayMatch(in: text))
            }
        }
    }

    @Test(arguments: ["Źle…", "Źle👍", "Orzech & ", "✔\n", "Orzech ✔"])
    func `a look at the bytes takes no longer than the text asks`(piece: String) {
        let trie = self.trie(["Źle Nova", "Orzech & Nova", "Kawka"])
        #expect(
            ProcessorTime.growsEvenly(from: 1_000) { count in
                let text = String(repeating: piece, count: count) + "Kawka"
                _ = trie.mayMatch(in: text)
                _ = trie.sightings(in: text)
            })
    }

    // MARK: - Private

    private func trie(_ names: [String]) -> TermTrie {
        var trie = TermTrie()
        for name in names { trie.insert(TermPattern(name)) }
        return trie
    }

    private func randomBrands(_ random: inout SeededGenerator) -> [Brand] {
        (0..<Int.random(in: 1...5, using: &random)).map { number in
            let count = Int.random(in: 1...3, using: &random)
            let isSpecial = Int.random(in: 0..<6, using: &random) == 0
            return Brand(
                id: Brand.ID("brand-\(number)"), name: "",
                names: (0..<count).map { _ in Self.names.randomElement(using: &random) ?? "" },
                inflections: [[], [.polish], [.latvian]].randomElement(using: &random) ?? [],
                isCaseSensitive: isSpecial, isStandalone: isSpecial, place: .sample)
        }
    }

    private func text(of count: Int, _ random: inout SeededGenerator) -> String {
        (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

extension TermTrie {
    /// The terms that a look at the bytes tells; `nil` where it takes the words to tell.
    fileprivate func sightings(in text: String) -> [TermSighting]? {
        var found: [TermSighting] = []
        let isTold = tellSightings(in: text) { sighting in
            found.append(sighting)
            return true
        }
        return isTold ? found : nil
    }
}

/// Words that stand in what is around a text, whatever it is called.
struct BlockSigns: OptionSet {
    let rawValue: UInt8

    /// Speaks of cookies.
    static let cookies = BlockSigns(rawValue: 1)
    /// Speaks of a policy, or of privacy.
    static let policy = BlockSigns(rawValue: 2)
    /// Says who holds the rights.
    static let rights = BlockSigns(rawValue: 4)
    /// Is what is pressed to answer somebody, and nothing else.
    static let reply = BlockSigns(rawValue: 8)
    /// Has something to press.
    static let button = BlockSigns(rawValue: 16)
    /// Is what is pressed to quote somebody, and nothing else.
    static let quote = BlockSigns(rawValue: 32)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// - Parameter text: UTF-8.
    init(in text: [UInt8]) {
        let text = text.map(\.lowercasedASCII)
        var signs: BlockSigns = []
        for (word, sign) in Self.words where text.offset(of: word, from: 0) != nil {
            signs.insert(sign)
        }
        self = signs.union(Self.control(text))
    }

    /// What can be pressed in an element that is left out.
    init(ofFurniture node: HTMLNode) {
        var signs: BlockSigns = node.name == "button" ? .button : []
        var steps = 0
        node.walk { step in
            steps += 1
            guard steps <= Self.mostSteps else { return false }
            switch step {
            case .start(let inner):
                if inner.name == "button" { signs.insert(.button) }
            case .text(let text):
                signs.formUnion(Self.control(text.map(\.lowercasedASCII)))
            case .end: break
            }
            return true
        }
        self = signs
    }

    // MARK: - Private

    private static let words: [(StaticString, BlockSigns)] = [
        ("cookie", .cookies), ("ciastecz", .cookies), ("sīkdat", .cookies), ("polityk", .policy),
        ("politik", .policy), ("policy", .policy), ("prywatno", .policy), ("privātum", .policy),
        ("privacy", .policy), ("©", .rights), ("rights reserved", .rights),
        ("prawa zastrzeżone", .rights), ("tiesības aizsargātas", .rights),
    ]

    /// In bytes.
    private static let longestControl = 40

    /// What is larger is no row of buttons.
    private static let mostSteps = 40

    private static let replies: Set<String> = [
        "reply", "report", "odpowiedz", "zgłoś", "zgłoś nadużycie", "atbildēt", "ziņot",
    ]

    private static let quotes: Set<String> = ["quote", "cytuj", "citēt"]

    private static func control(_ text: [UInt8]) -> BlockSigns {
        guard text.count <= longestControl else { return [] }
        let words = String(decoding: text, as: UTF8.self).trimmed.lowercased()
        return replies.contains(words) ? .reply : quotes.contains(words) ? .quote : []
    }
}

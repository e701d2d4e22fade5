/// What stands before and behind a run of digits.
struct Surroundings {
    private let run: DigitRun
    private let bytes: [UInt8]

    init(of run: DigitRun, in bytes: [UInt8]) {
        self.run = run
        self.bytes = bytes
    }

    /// What is said before the run, in its line.
    var context: NumberContext {
        if isDialled { return .phone }
        let earliest = max(0, run.start - Self.reach)
        let line =
            bytes[earliest..<run.start].split(
                separator: 0x0A, omittingEmptySubsequences: false
            ).last ?? []
        // Cut anywhere, the first word may be half of one.
        return NumberContext(before: String(decoding: line, as: UTF8.self))
    }

    /// Whether the digits are part of something longer: a code, a price, a web address.
    var isInsideSomething: Bool {
        let start = run.start
        guard start > 0, !isDialled else { return false }
        if bytes.endsInWord(before: start) { return true }
        let before = bytes[start - 1]
        switch before {
        case _ where "#/=&%@$\\*^~<".utf8.contains(before): return true
        // `2.601234567`, `12:601…`, `AB-601234567`
        case _ where ".,:-".utf8.contains(before):
            if start > 1,
                bytes[start - 2].isDigit
                    || before != UInt8(ascii: ".")
                        && before != UInt8(ascii: ":") && before != UInt8(ascii: ",")
                        && bytes.endsInWord(before: start - 1)
            {
                return true
            }
        case _ where before >= 0x80:
            let signs = ["€", "£", "№", "§"]
            if signs.contains(where: { bytes.starts(with: $0, at: start - $0.utf8.count) }) {
                return true
            }
        default: break
        }
        return isInWebAddress
    }

    /// Whether a number may end at a place: neither a decimal nor a unit goes on there.
    func mayEnd(at end: Int) -> Bool {
        guard end < bytes.count else { return true }
        if bytes.beginsWord(at: end) { return false }
        let next = bytes[end]
        let isFollowedByDigit = end + 1 < bytes.count && bytes[end + 1].isDigit
        if ".,:".utf8.contains(next) { return !isFollowedByDigit }
        return !"@%$=".utf8.contains(next) && !bytes.starts(with: "€", at: end)
            && !bytes.starts(with: "£", at: end)
    }

    /// Whether what was counted follows: `601 234 567 złotych`.
    func isCounted(at end: Int) -> Bool {
        var place = end
        while bytes.spaceLength(at: place) > 0 { place += bytes.spaceLength(at: place) }
        guard place < bytes.count else { return false }
        if "%$".utf8.contains(bytes[place]) || bytes.starts(with: "€", at: place) { return true }
        let rest = String(decoding: bytes[place...].prefix(Self.reach), as: UTF8.self).lowercased()
        let word = String(rest.prefix { $0.isLetter })
        return Self.units.contains(word) || Self.unitStems.contains(where: word.hasPrefix)
    }

    /// Whether a word goes on behind it in the same sentence.
    func isFollowedByWord(at end: Int) -> Bool {
        let space = bytes.spaceLength(at: end)
        return space > 0 && bytes.beginsWord(at: end + space)
    }

    var hasPlus: Bool { plus != nil }

    /// Where the plus before the run stands, or the bracket that it is in.
    var plus: Int? {
        var place = run.start
        if place > 0, bytes[place - 1] == UInt8(ascii: "(") { place -= 1 }
        guard place > 0, bytes[place - 1] == UInt8(ascii: "+"), !bytes.endsInWord(before: place - 1)
        else { return nil }
        let isBracketed =
            place > 1 && bytes[place - 2] == UInt8(ascii: "(")
            && run.separators.first == .bracket
        return isBracketed ? place - 2 : place - 1
    }

    /// Digits stand just before the run, which may go on from there.
    var followsDigits: Bool {
        var end = run.start
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end > 0 && end < run.start && bytes[end - 1].isDigit
    }

    /// Where a bracket before the run stands.
    var bracket: Int? {
        run.start > 0 && bytes[run.start - 1] == UInt8(ascii: "(") ? run.start - 1 : nil
    }

    // MARK: - Private

    /// How many bytes are looked at: some six words.
    private static let reach = 56

    /// A link for a program that calls.
    private var isDialled: Bool {
        var end = run.start
        if end > 0, bytes[end - 1] == UInt8(ascii: "+") { end -= 1 }
        guard end > 0, ":/=".utf8.contains(bytes[end - 1]) else { return false }
        return ["tel:", "sms:", "wa.me/", "phone=", "tel=", "callto:"].contains {
            bytes.starts(with: $0, at: end - $0.utf8.count)
        }
    }

    private var isInWebAddress: Bool {
        var start = run.start
        while start > 0, bytes[start - 1] > 0x20, run.start - start < 2_048 { start -= 1 }
        guard run.start - start > 4 else { return false }
        return (start..<run.start - 2).contains {
            bytes[$0] == UInt8(ascii: ":") && bytes.starts(with: "://", at: $0)
        } || bytes.starts(with: "www.", at: start)
    }

    private static let units: Set<String> = [
        "zł", "zl", "pln", "eur", "euro", "eiro", "usd", "gbp", "mln", "mld", "tys", "km", "kg",
        "m",
        "t", "b", "kb", "mb", "gb", "mwh", "kwh", "gwh", "szt", "gab", "osób", "osob", "people",
        "votes", "views", "bytes", "units", "balsis", "balsu", "bajtów", "minut", "metrów",
    ]
    private static let unitStems = [
        "złot", "zlot", "eiro", "cent", "dolar", "dollar", "dolār", "ludzi", "mieszka", "iedzīv",
        "cilvēk", "users", "użytkow", "lietotāj", "wyświetl", "odsłon", "skatīj", "visitor",
        "sztuk",
        "tonn", "tony", "egzempl", "eksemp", "copies", "copy", "głos", "downloads", "pobrań",
        "pobra", "lejupiel", "customers", "klientów", "klientu", "records", "rekord", "rows",
        "wiersz", "reviews", "followers", "obserw", "sekotāj", "vien", "sekund", "second", "years",
        "lat", "gadi", "million", "miljon", "milion", "thous", "tūkst", "abonent", "subscri",
        "passengers", "pasażer", "pasažier", "hits", "requests", "messages", "wiadomo", "packets",
        "litr", "baht", "koron", "rubl", "forint", "jen", "yen", "points", "punkt",
    ]
}

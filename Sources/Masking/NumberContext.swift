/// What the words before a number say that it is.
enum NumberContext: Equatable {
    /// Somebody can be called there.
    case phone
    /// Of whatever; of a phone if it looks like one.
    case number
    case pesel
    case personalCode
    /// Of an order, a parcel, a book, a company: of no person.
    case other
    case none

    /// - Parameter line: what stands before the number in its line, its end is enough.
    init(before line: String) {
        let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.suffix(Self.reach)
        var vague = NumberContext.none
        for (distance, word) in words.reversed().map(String.init).enumerated() {
            // Figures say nothing of figures.
            if word.utf8.allSatisfy(\.isDigit) { continue }
            if let known = Self.meaning(of: word) {
                self = known
                return
            }
            // `EUR 601 234 567`, but not `500 zł, 601 234 567`.
            let touches =
                distance == 0 && line.last?.isPunctuation == false
                && line.dropLast().last?.isPunctuation == false
            if Self.currencies.contains(word), touches { vague = .other }
            if Self.codes.contains(word) { vague = .other }
            if vague == .none, Self.numbers.contains(word) { vague = .number }
        }
        self = vague
    }

    // MARK: - Private

    /// How many words before a number say what it is.
    private static let reach = 6

    private static func meaning(of word: String) -> NumberContext? {
        if word.hasPrefix("pesel") { return .pesel }
        if word == "personas" || word == "personal" || word == "pk" || word == "osobisty" {
            return .personalCode
        }
        if phones.contains(word) || phoneStems.contains(where: word.hasPrefix) { return .phone }
        let isOther = others.contains(word) || otherStems.contains(where: word.hasPrefix)
        return isOther ? .other : nil
    }

    /// Codes are of something, or of a person if that is said too.
    private static let codes: Set<String> = ["kod", "kodu", "kods", "kodā", "kodem", "code"]
    private static let currencies: Set<String> = [
        "zł", "pln", "eur", "euro", "eiro", "usd", "gbp",
    ]
    private static let numbers: Set<String> = [
        "nr", "numer", "numeru", "numerem", "number", "numurs", "numuru", "numura", "no",
    ]

    private static let phones: Set<String> = [
        "tel", "tele", "fon", "phone", "call", "mobile", "mob", "cell", "kom", "gsm", "sms", "fax",
        "faks", "fakss", "ring", "text", "signal", "viber", "t", "m",
    ]
    private static let phoneStems = [
        "telefon", "phone", "komór", "komor", "zadzw", "dzwo", "oddzw", "przedzw", "whatsapp",
        "infolin", "hotline", "kontakt", "contact", "zvan", "piezvan", "zvān", "tālr", "talr",
        "mobil", "sazin", "smsuj", "pisz", "napisz", "raksti", "īsziņ", "isziņ",
    ]

    private static let others: Set<String> = [
        "zam", "isbn", "issn", "ean", "gtin", "upc", "nip", "regon", "krs", "reg", "reģ", "pvn",
        "vat", "imei", "sku", "art", "id", "pin",
        "ref", "case", "paka", "pakas", "paku", "umów", "build", "commit", "paczek", "awb", "bez",
        "sn", "nieruchomości", "hash", "rev",
        "timestamp", "sprawa",
    ]
    private static let otherStems = [
        "zamówi", "zamowi", "order", "pasūtīj", "pasutij", "faktur", "invoice", "rēķin", "rekin",
        "przesył", "przesyl", "paczk", "sūtīj", "sutij", "parcel", "track", "shipment", "przewoz",
        "ticket", "zgłosz", "zglosz", "bilet", "biļet", "serial", "seryjn", "sērij", "serij",
        "artyk", "artik", "umow", "klient", "customer", "client", "līgum", "ligum", "licznik",
        "polis", "polic", "sygnat", "model", "referenc", "transak", "transact", "darījum",
        "skaitīt",
        "reģistr", "registr", "rejestr", "katalog", "produkt", "product", "barcode", "svītrkod",
        "version", "wersj", "versij", "issue", "contract", "meter", "głosow", "aukcj", "ogłosze",
        "sludināj", "listing", "księg", "conto", "dowod",
    ]
}

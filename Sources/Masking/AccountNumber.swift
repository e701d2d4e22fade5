/// Bank accounts: IBANs of every country in the registry, and Polish ones without their country.
enum AccountNumber {
    /// An IBAN whose check digits are the first group of a run, its country before them.
    ///
    /// The country may be the end of a host instead, as in `ola@firma.pl 61 1090…`, which is left as it
    /// is.
    ///
    /// - Parameter free: what was found before ends there.
    static func range(at run: DigitRun, in bytes: [UInt8], from free: Int) -> Range<Int>? {
        var start = run.start
        // `PL 61 1090…` parts the country from the digits.
        if start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
        guard start >= 2, bytes[start - 1].isLetter, bytes[start - 2].isLetter else { return nil }
        let country = [bytes[start - 2], bytes[start - 1]].map { $0 & ~0x20 }
        guard let length = lengths[String(decoding: country, as: UTF8.self)],
            !bytes.endsInWord(before: start - 2)
        else { return nil }
        var characters = country
        var place = run.start
        while place < bytes.count, characters.count < length {
            if bytes[place].isLetter || bytes[place].isDigit {
                let byte = bytes[place]
                characters.append(byte.isLetter ? byte & ~0x20 : byte)
                place += 1
            } else {
                let space = bytes.spaceLength(at: place)
                guard space > 0 || bytes[place] == UInt8(ascii: "-") else { return nil }
                place += max(space, 1)
            }
        }
        guard characters.count == length, characters[2].isDigit, characters[3].isDigit,
            !bytes.beginsWord(at: place), CheckDigits.isIBAN(characters)
        else { return nil }
        let endsHost = start > 2 && bytes[start - 3] == UInt8(ascii: ".")
        return (endsHost || start - 2 < free ? run.start : start - 2)..<place
    }

    /// 26 digits, whole or as `61 1090 1014 …`.
    static func groups(ofPolishAccount run: DigitRun) -> Int? {
        for (count, lengths) in [(1, [26]), (7, [2, 4, 4, 4, 4, 4, 4])]
        where run.hasLengths(lengths) && run.isEven(count) {
            let digits = run.digits(0..<count).map { UInt8($0) + 0x30 }
            if CheckDigits.isIBAN(Array("PL".utf8) + digits) { return count }
        }
        return nil
    }

    // MARK: - Private

    /// Characters of an IBAN by country (SWIFT, IBAN Registry).
    private static let lengths: [String: Int] = [
        "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
        "BI": 27, "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27,
        "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27,
        "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
        "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32,
        "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
        "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24,
        "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31,
        "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23,
        "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
    ]
}

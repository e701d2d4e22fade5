/// The sums by which numbers of persons, accounts and cards can be told from others.
enum CheckDigits {
    /// A Polish PESEL: 11 digits with a date of birth, 1900 to 2099, and a check digit (Regulation of
    /// the Minister of the Interior and Administration of 4 January 2012, §§ 4–6).
    static func isPESEL(_ digits: [Int]) -> Bool {
        guard digits.count == 11 else { return false }
        let month = digits[2] * 10 + digits[3]
        // Months of the 2000s stand 20 higher.
        let isLater = (21...32).contains(month)
        let year = (isLater ? 2000 : 1900) + digits[0] * 10 + digits[1]
        guard isDate(year, isLater ? month - 20 : month, digits[4] * 10 + digits[5]) else {
            return false
        }
        return sum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
    }

    /// A Latvian personal code with its holder's date of birth: DDMMYY, a digit for the century, and
    /// a check digit.
    static func isDatedPersonalCode(_ digits: [Int]) -> Bool {
        guard digits.count == 11, digits[6] <= 2 else { return false }
        let year = 1800 + 100 * digits[6] + digits[4] * 10 + digits[5]
        return isDate(year, digits[2] * 10 + digits[3], digits[0] * 10 + digits[1])
            && hasPersonalCodeCheck(digits)
    }

    /// A Latvian personal code as given since July 2017: 32 and nine digits that say nothing.
    static func isUndatedPersonalCode(_ digits: [Int]) -> Bool {
        digits.count == 11 && digits[0] == 3 && digits[1] == 2
    }

    static func hasPersonalCodeCheck(_ digits: [Int]) -> Bool {
        (1_101 - sum(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == digits[10]
    }

    /// The last digit of a payment card (ISO/IEC 7812-1 annex B).
    static func isLuhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let doubled = item.element * 2
            return sum
                + (item.offset.isMultiple(of: 2) ? item.element : doubled / 10 + doubled % 10)
        }
        return sum % 10 == 0
    }

    /// An account with its country and check digits first, in capitals (ISO 13616-1 §6).
    static func isIBAN(_ characters: some Sequence<UInt8>) -> Bool {
        let all = Array(characters)
        let remainder = (all[4...] + all[..<4]).reduce(0) { remainder, byte in
            byte.isDigit
                ? (remainder * 10 + Int(byte - 0x30)) % 97
                : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
        }
        return remainder == 1
    }

    // MARK: - Private

    private static func sum(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard (1...12).contains(month) else { return false }
        let isLeap =
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}

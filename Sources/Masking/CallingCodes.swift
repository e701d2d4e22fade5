/// How long the numbers of a country are (ITU-T E.164 and its national numbering plans).
enum CallingCodes {
    /// Digits of a whole number, its country's code included; `nil` for a country we have no plan of.
    static func nationalDigits(of digits: [Int]) -> ClosedRange<Int>? {
        for length in 1...3 where digits.count > length {
            let code = digits.prefix(length).reduce(0) { $0 * 10 + $1 }
            guard let national = plans[code] else { continue }
            // In North America neither area nor exchange begins with 0 or 1.
            if code == 1, digits[1] < 2 || digits.count > 4 && digits[4] < 2 { return 0...0 }
            return national.lowerBound + length...national.upperBound + length
        }
        return nil
    }

    // MARK: - Private

    /// No code is the beginning of another.
    private static let plans: [Int: ClosedRange<Int>] = [
        1: 10...10, 7: 10...10, 20: 8...10, 27: 9...9, 30: 10...10, 31: 9...9, 32: 8...9, 33: 9...9,
        34: 9...9, 36: 8...9, 39: 6...11, 40: 9...9, 41: 9...9, 43: 7...13, 44: 9...10, 45: 8...8,
        46: 7...10, 47: 8...8, 48: 9...9, 49: 7...12, 81: 9...10, 86: 11...11, 90: 10...10,
        91: 10...10, 351: 9...9, 352: 6...11, 353: 7...9, 354: 7...7, 355: 8...9, 356: 8...8,
        357: 8...8, 358: 6...11, 359: 7...9, 370: 8...8, 371: 8...8, 372: 7...8, 373: 8...8,
        374: 8...8, 375: 9...9, 380: 9...9, 381: 8...9, 382: 8...8, 385: 8...9, 386: 8...8,
        387: 8...8, 389: 8...8, 420: 9...9, 421: 9...9, 972: 8...9, 992: 9...9, 994: 9...9,
        995: 9...9, 996: 9...9, 998: 9...9,
    ]
}

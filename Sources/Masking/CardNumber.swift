/// Numbers of payment cards, by issuer, length and check digit (ISO/IEC 7812-1).
enum CardNumber {
    /// How many groups of the run are one; whole, or grouped as it is embossed.
    static func groups(of run: DigitRun) -> Int? {
        for lengths in layouts where run.hasLengths(lengths) {
            let count = lengths.count
            guard run.isEven(count),
                run.separators.prefix(count - 1).allSatisfy({
                    $0 == .space || $0 == .hyphen
                })
            else { continue }
            let digits = run.digits(0..<count)
            if isIssued(digits), CheckDigits.isLuhn(digits) { return count }
        }
        return nil
    }

    // MARK: - Private

    private static let layouts =
        [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]] + (14...19).map { [$0] }

    /// Whether an issuer gives out cards that begin so and are so long.
    private static func isIssued(_ digits: [Int]) -> Bool {
        let first = digits.prefix(6).reduce(0) { $0 * 10 + $1 }
        return issuers.contains { issuer in
            let scale = [1, 10, 100, 1_000, 10_000][6 - issuer.digits]
            return issuer.range.contains(first / scale) && issuer.lengths.contains(digits.count)
        }
    }

    /// Beginnings of so many digits, and how long the whole number then is.
    private static let issuers:
        [(range: ClosedRange<Int>, digits: Int, lengths: ClosedRange<Int>)] =
            [
                (40...49, 2, 16...16),  // Visa
                (51...55, 2, 16...16), (2221...2720, 4, 16...16),  // Mastercard
                (34...34, 2, 15...15), (37...37, 2, 15...15),  // American Express
                // Diners Club
                (300...305, 3, 14...14), (36...36, 2, 14...14), (38...39, 2, 14...14),
                (6011...6011, 4, 16...19), (644...659, 3, 16...19),  // Discover
                (3528...3589, 4, 16...19),  // JCB
                (62...62, 2, 16...19),  // UnionPay
                // Maestro
                (5018...5018, 4, 16...19), (5020...5020, 4, 16...19), (5038...5038, 4, 16...19),
                (5893...5893, 4, 16...19), (6304...6304, 4, 16...19), (6759...6763, 4, 16...19),
            ]
}

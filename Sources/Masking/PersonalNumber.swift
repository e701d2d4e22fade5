/// Decides what a run of digits is, if it tells who a person is.
enum PersonalNumber {
    /// - Parameter free: the number begins no earlier.
    /// - Returns: a number that begins with the first group of the run, `nil` where there is none.
    static func find(at run: DigitRun, in bytes: [UInt8], from free: Int) -> Masker.Find? {
        if let account = AccountNumber.range(at: run, in: bytes, from: free) {
            return Masker.Find(range: account, mask: .iban)
        }
        // Most runs of digits can be ruled out before anything around them is read.
        guard run.digitCount >= PhoneNumber.leastDigits, !run.isDateAlone else { return nil }
        let surroundings = Surroundings(of: run, in: bytes)
        guard !surroundings.isInsideSomething else { return nil }
        // A single digit begins `0 22 123 45 67`, and behind a plus a country's code.
        guard
            run.groups[0].count > 1 || surroundings.hasPlus || run.hasLengths([1, 2, 3, 2, 2])
        else { return nil }
        if let count = AccountNumber.groups(ofPolishAccount: run) {
            return find(run, count, .iban, surroundings)
        }
        let context = surroundings.context
        if context != .other, let count = CardNumber.groups(of: run) {
            return find(run, count, .card, surroundings)
        }
        if !surroundings.hasPlus, let (count, mask) = identity(run, context) {
            return find(run, count, mask, surroundings)
        }
        return PhoneNumber(run: run, surroundings: surroundings, context: context).find
    }

    // MARK: - Private

    private static func find(
        _ run: DigitRun, _ count: Int, _ mask: Mask, _ surroundings: Surroundings
    ) -> Masker.Find? {
        guard !run.isTight(after: count), surroundings.mayEnd(at: run.end(count)) else {
            return nil
        }
        return Masker.Find(range: run.start..<run.end(count), mask: mask)
    }

    private static func identity(_ run: DigitRun, _ context: NumberContext) -> (Int, Mask)? {
        if run.hasLengths([11]) {
            let digits = run.digits(0..<1)
            if CheckDigits.isPESEL(digits) && context != .personalCode { return (1, .pesel) }
            if CheckDigits.isDatedPersonalCode(digits) { return (1, .personalCode) }
            let isUndated = CheckDigits.isUndatedPersonalCode(digits)
            return isUndated && context == .personalCode ? (1, .personalCode) : nil
        }
        guard run.hasLengths([6, 5]) else { return nil }
        let digits = run.digits(0..<2)
        if context == .pesel, CheckDigits.isPESEL(digits) { return (2, .pesel) }
        guard run.separators[0] == .hyphen || context == .personalCode else { return nil }
        // The digits of newer codes say nothing, so the words around them must.
        let isCode =
            CheckDigits.isDatedPersonalCode(digits)
            || context != .other && CheckDigits.isUndatedPersonalCode(digits)
        return isCode ? (2, .personalCode) : nil
    }
}

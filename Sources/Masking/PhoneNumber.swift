/// Phone numbers of Poland and Latvia as they are written there, and of every country with `+`.
struct PhoneNumber {
    /// Fewer digits are no number that can be called from elsewhere.
    static let leastDigits = 7
    /// ITU-T E.164 §6.
    static let mostDigits = 15

    let run: DigitRun
    let surroundings: Surroundings
    let context: NumberContext

    /// The number that begins with the first group of the run.
    var find: Masker.Find? {
        if surroundings.hasPlus {
            return international(digitsBeforeCode: 0).map { find(from: surroundings.plus, $0) }
        }
        if run.digits(0..<1).starts(with: [0, 0]), context != .other,
            let count = international(digitsBeforeCode: 2)
        {
            return find(from: nil, count)
        }
        guard context != .other, let count = national else { return nil }
        return find(from: surroundings.bracket, count)
    }

    // MARK: - Private

    private func find(from start: Int?, _ groups: Int) -> Masker.Find {
        Masker.Find(range: (start ?? run.start)..<run.end(groups), mask: .phone)
    }

    private func isWhole(_ count: Int) -> Bool {
        !run.isTight(after: count) && surroundings.mayEnd(at: run.end(count))
    }

    // MARK: With the country

    /// How many groups make up the number, the most that can.
    private func international(digitsBeforeCode skipped: Int) -> Int? {
        for count in (1...run.groups.count).reversed() where isWhole(count) {
            let digits = Array(run.digits(0..<count).dropFirst(skipped))
            guard (8...Self.mostDigits).contains(digits.count) else { continue }
            if let lengths = CallingCodes.nationalDigits(of: digits) {
                if lengths.contains(digits.count) { return count }
            } else if skipped == 0, digits[0] > 1, !isThousands(count) {
                return count
            }
        }
        return nil
    }

    /// Whether the groups may be those of one large number.
    private func isThousands(_ count: Int) -> Bool {
        count > 1 && run.groups[0].count <= 3
            && run.groups[1..<count].allSatisfy { $0.count == 3 }
            && run.separators.prefix(count - 1).allSatisfy { $0 == .space || $0 == .dot }
    }

    // MARK: Without it

    private var national: Int? {
        let isCalled = context == .phone || context == .number
        let isBracketed = surroundings.bracket != nil
        for shape in Self.shapes where run.hasLengths(shape.lengths) {
            let count = shape.lengths.count
            guard isWhole(count), shape.numbers.holds(run.digits(0..<count)) else { continue }
            if context == .phone || isCalled && !shape.isTelling { return count }
            guard shape.isTelling || shape.lengths == [2, 3, 4] && isBracketed else { continue }
            if isLikely(count, of: shape) { return count }
        }
        return context == .phone ? called : nil
    }

    /// Without a word that says so, a number must look like nothing else.
    private func isLikely(_ count: Int, of shape: Shape) -> Bool {
        let end = run.end(count)
        let isNextLong = count < run.groups.count && run.groups[count].count > 2
        let separators = run.separators.prefix(count - 1)
        guard !isNextLong, !surroundings.followsDigits, !surroundings.isCounted(at: end),
            !separators.contains(.slash),
            !separators.contains(.dot), !areYears(count)
        else { return false }
        // `26 123 456` may be a count of anything; of Polish mobiles there are too many to pass over.
        let mayBeCount = isThousands(count) && shape.numbers == .latvian
        return !mayBeCount || !surroundings.isFollowedByWord(at: end)
    }

    /// `2025 2026`, or a year with month and day.
    private func areYears(_ count: Int) -> Bool {
        guard count == 2, run.hasLengths([4, 4]) else { return false }
        let digits = run.digits(0..<count)
        let isYear = [19, 20].contains(digits[0] * 10 + digits[1])
        let second = digits[4] * 10 + digits[5]
        return isYear && ([19, 20].contains(second) || (1...12).contains(second))
    }

    /// A number that is said to be one, whatever its country: 7 to 12 digits that are no date.
    private var called: Int? {
        for count in (1...min(run.groups.count, 6)).reversed() where isWhole(count) {
            let digits = run.digits(0..<count).count
            let isShort = run.groups.prefix(count).contains { $0.count < 2 }
            guard (Self.leastDigits...12).contains(digits), !isShort || count == 1,
                !isDate(count), !surroundings.isCounted(at: run.end(count)), !areYears(count)
            else { continue }
            return count
        }
        return nil
    }

    private func isDate(_ count: Int) -> Bool {
        count == 3 && (run.hasLengths([4, 2, 2]) || run.hasLengths([2, 2, 4]))
            || count == 1 && run.hasLengths([8])
                && run.digits(0..<count).prefix(2) == [2, 0] && run.digits(0..<count)[4] < 2
    }

    // MARK: Shapes

    private enum Numbers: Equatable {
        case polish, latvian

        func holds(_ all: [Int]) -> Bool {
            switch self {
            case .polish:
                var digits = all
                if digits.count == 11, digits.starts(with: [4, 8]) { digits.removeFirst(2) }
                if digits.count == 10, digits[0] == 0 { digits.removeFirst() }
                return digits.count == 9 && Self.areas.contains(digits[0] * 10 + digits[1])
            case .latvian:
                var digits = all
                if digits.count == 11, digits.starts(with: [3, 7, 1]) { digits.removeFirst(3) }
                return digits.count == 8 && (digits[0] == 2 || digits[0] == 6)
            }
        }

        /// What Polish numbers of persons and places begin with (UKE, national numbering plan).
        private static let areas: Set<Int> = [
            12, 13, 14, 15, 16, 17, 18, 22, 23, 24, 25, 29, 32, 33, 34, 41, 42, 43, 44, 45, 46, 48,
            50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 65, 66, 67, 68, 69, 71, 72, 73,
            74, 75, 76, 77, 78, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91, 94, 95,
        ]
    }

    private struct Shape {
        let lengths: [Int]
        let numbers: Numbers
        /// Hardly anything else is written so.
        let isTelling: Bool
    }

    private static let shapes: [Shape] = [
        Shape(lengths: [2, 3, 3, 3], numbers: .polish, isTelling: true),
        Shape(lengths: [2, 9], numbers: .polish, isTelling: true),
        Shape(lengths: [1, 2, 3, 2, 2], numbers: .polish, isTelling: true),
        Shape(lengths: [3, 3, 3], numbers: .polish, isTelling: true),
        Shape(lengths: [2, 3, 2, 2], numbers: .polish, isTelling: true),
        Shape(lengths: [3, 2, 2, 2], numbers: .polish, isTelling: true),
        Shape(lengths: [2, 7], numbers: .polish, isTelling: false),
        Shape(lengths: [2, 3, 4], numbers: .polish, isTelling: false),
        Shape(lengths: [3, 6], numbers: .polish, isTelling: false),
        Shape(lengths: [9], numbers: .polish, isTelling: false),
        Shape(lengths: [11], numbers: .polish, isTelling: false),
        Shape(lengths: [3, 2, 3, 3], numbers: .latvian, isTelling: true),
        Shape(lengths: [3, 4, 4], numbers: .latvian, isTelling: true),
        Shape(lengths: [3, 8], numbers: .latvian, isTelling: true),
        Shape(lengths: [2, 3, 3], numbers: .latvian, isTelling: true),
        Shape(lengths: [4, 4], numbers: .latvian, isTelling: true),
        Shape(lengths: [2, 2, 2, 2], numbers: .latvian, isTelling: false),
        Shape(lengths: [3, 3, 2], numbers: .latvian, isTelling: false),
        Shape(lengths: [2, 6], numbers: .latvian, isTelling: false),
        Shape(lengths: [8], numbers: .latvian, isTelling: false),
        Shape(lengths: [11], numbers: .latvian, isTelling: false),
    ]
}

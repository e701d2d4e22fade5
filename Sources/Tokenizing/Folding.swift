/// The folded bytes of a word that is being read, and what its letters say.
struct Folding {
    /// Where the bytes stand, in the text or behind it.
    private(set) var start: Int
    private(set) var end: Int
    private(set) var hash = WordHash()
    /// No combining marks are among its letters.
    var isComposed = true
    private(set) var isCapitalized = false
    private var letters = 0
    private var capitals = 0

    init(at start: Int) {
        self.start = start
        end = start
    }

    init(of plain: PlainLetters, _ bytes: Range<Int>) {
        (start, end) = (bytes.lowerBound, bytes.upperBound)
        hash = plain.hash
        isCapitalized = plain.isCapitalized
        letters = plain.letters
        capitals = plain.capitals
    }

    var isUppercase: Bool { letters > 1 && capitals == letters }

    @inline(__always)
    mutating func countLetter(isCapital: Bool) {
        if isCapital {
            if letters == 0 { isCapitalized = true }
            capitals &+= 1
        }
        letters &+= 1
    }

    @inline(__always)
    mutating func add(_ folded: UInt8) {
        hash.add(folded)
        end &+= 1
    }

    /// Leaves out the signs `_` that the word ends with.
    ///
    /// - Parameter hash: of the bytes before them.
    mutating func dropUnderscores(_ count: Int, hash: WordHash) {
        end -= count
        letters -= count
        self.hash = hash
    }

    mutating func move(to newStart: Int) {
        (start, end) = (newStart, newStart + end - start)
    }

    mutating func compose(_ range: Range<Int>, hash: WordHash) {
        (start, end) = (range.lowerBound, range.upperBound)
        self.hash = hash
    }
}

/// The same of letters and digits that stay where they are: counted without a branch, since nobody can
/// guess what comes next.
struct PlainLetters {
    var hash = WordHash()
    private(set) var isCapitalized = false
    private(set) var letters = 0
    private(set) var capitals = 0

    /// - Parameter folded: The last byte.
    @inline(__always)
    mutating func add(_ folded: UInt8, isLetter: Bool, _ isCapital: Bool) {
        hash.add(folded)
        letters &+= isLetter ? 1 : 0
        capitals &+= isCapital ? 1 : 0
        isCapitalized = isCapitalized || isCapital && letters == 1
    }
}

/// Folded bytes: read, written where the text stood, or put behind it.
extension WordScanner {
    /// Reads ASCII letters and digits, the bulk of most texts.
    mutating func foldASCII(into folding: inout Folding) {
        // Copies, so that the loop works in registers.
        var word = folding
        var next = byte
        while true {
            let read = self[next]
            let folded = unsafe table.folded[Int(read)]
            guard folded != 0 else { break }
            if read > UInt8(ascii: "9") { word.countLetter(isCapital: read != folded) }
            if word.end < textEnd {
                unsafe text[word.end] = folded
            } else {
                grown.append(folded)
            }
            word.add(folded)
            next += 1
        }
        folding = word
        skip(bytes: next - byte)
    }

    /// Writes a folded scalar behind those of its word.
    mutating func fold(_ value: UInt32, into folding: inout Folding) {
        let length = UTF8.length(of: value)
        let hasRoom = folding.end + length <= byte
        if !hasRoom, folding.start < textEnd { move(&folding) }
        switch length {
        case 1: put(value, into: &folding)
        case 2: put(0xC0 | value >> 6, into: &folding)
        case 3:
            put(0xE0 | value >> 12, into: &folding)
            put(0x80 | value >> 6 & 0x3F, into: &folding)
        default:
            put(0xF0 | value >> 18, into: &folding)
            put(0x80 | value >> 12 & 0x3F, into: &folding)
            put(0x80 | value >> 6 & 0x3F, into: &folding)
        }
        if length > 1 { put(0x80 | value & 0x3F, into: &folding) }
    }

    @inline(__always)
    private mutating func put(_ unit: UInt32, into folding: inout Folding) {
        let folded = UInt8(truncatingIfNeeded: unit)
        if folding.start < textEnd {
            unsafe text[folding.end] = folded
        } else {
            grown.append(folded)
        }
        folding.add(folded)
    }

    /// Moves a word behind the text, where it may grow.
    private mutating func move(_ folding: inout Folding) {
        let start = textEnd + grown.count
        for offset in folding.start..<folding.end { grown.append(self[offset]) }
        folding.move(to: start)
    }

    /// Puts letters and their combining marks together (NFC).
    ///
    /// A run of more than 1,024 bytes is no word anybody looks for, and is left: Foundation's time
    /// grows with the square of the length (a megabyte of them took two seconds).
    mutating func compose(_ folding: inout Folding) {
        guard folding.end - folding.start <= 1024 else { return }
        let composed = string(folding.start..<folding.end).precomposed
        let start = textEnd + grown.count
        grown += Array(composed.utf8)
        folding.compose(start..<textEnd + grown.count, hash: WordHash(composed.utf8))
    }

    /// A piece of the text as it is.
    func asWritten(_ range: Range<Int>) -> Folding {
        var folding = Folding(at: range.lowerBound)
        for offset in range { folding.add(self[offset]) }
        return folding
    }

    /// A folded byte of a word that has been read.
    func foldedByte(_ place: Int) -> UInt8 {
        place < textEnd ? self[place] : grown[place - textEnd]
    }

    /// The folded bytes of a word that has been read.
    func string(_ folded: Range<Int>) -> String {
        guard folded.lowerBound < textEnd else {
            let range = folded.lowerBound - textEnd..<folded.upperBound - textEnd
            return String(decoding: grown[range], as: UTF8.self)
        }
        let bytes = unsafe UnsafeBufferPointer(start: text + folded.lowerBound, count: folded.count)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// The scalar at an offset.
    ///
    /// The bytes come from a `String`, so they are valid UTF-8.
    @inline(__always)
    func decode(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(self[offset + 1]) & 0x3F
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(self[offset + 2]) & 0x3F
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(self[offset + 3]) & 0x3F
        return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}

extension UTF8 {
    fileprivate static func length(of scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
}

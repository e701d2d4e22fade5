// Text written as HTML has it.
extension [UInt8] {
    /// Appends text so that HTML reads it as text, between tags and within `"`.
    mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { bytes in
            unsafe appendEscaped(bytes)
        }
        if isDone == nil { appendEscaped(Array(text)) }
    }

    /// Copies what stands between two characters that must be escaped in one piece.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let reference: StaticString
            switch unsafe text[index] {
            case .ampersand: reference = "&amp;"
            case .lessThan: reference = "&lt;"
            case .greaterThan: reference = "&gt;"
            case .quote: reference = "&quot;"
            default: continue
            }
            unsafe append(contentsOf: text[start..<index])
            unsafe append(
                contentsOf: UnsafeBufferPointer(
                    start: reference.utf8Start, count: reference.utf8CodeUnitCount))
            start = index + 1
        }
        unsafe append(contentsOf: text[start...])
    }
}

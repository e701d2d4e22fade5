extension FlawlessBytes {
    /// Where the `]]>` of a CDATA section stands; `nil` too where it may be that of another section.
    func endOfSection(from start: Int) -> Int? {
        guard let end = source.offset(of: "]]>", from: start),
            XMLPreparation.offsetOfSection(within: start..<end, of: source) == nil
        else { return nil }
        return end
    }

    /// Whether text holds nothing that XML forbids, or does not know.
    func isFlawless(_ text: Range<Int>) -> Bool {
        !holdsSectionEnd(text) && areReferencesFlawless(in: text)
    }

    func areReferencesFlawless(in text: Range<Int>) -> Bool {
        var position = source.offset(of: .ampersand, from: text.lowerBound, to: text.upperBound)
        while position < text.upperBound {
            guard let (_, length) = reference(at: position), position + length <= text.upperBound
            else { return false }
            position = source.offset(of: .ampersand, from: position + length, to: text.upperBound)
        }
        return true
    }

    /// Text with its references decoded, and its line breaks as line feeds (XML 1.0 §2.11).
    func decoded(_ text: Range<Int>) -> ArraySlice<UInt8>? {
        guard !holdsSectionEnd(text) else { return nil }
        if source.offset(of: .ampersand, from: text.lowerBound, to: text.upperBound)
            == text.upperBound,
            source.offset(of: .carriageReturn, from: text.lowerBound, to: text.upperBound)
                == text.upperBound
        {
            return source[text]
        }
        var isFlawless = true
        // No reference is shorter than what it stands for.
        let decoded = unsafe [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
            isFlawless = unsafe decode(text, to: UnsafeMutableRawBufferPointer(output), &count)
        }
        return isFlawless ? decoded[...] : nil
    }

    // MARK: - Private

    /// XML forbids `]]>` in text.
    private func holdsSectionEnd(_ text: Range<Int>) -> Bool {
        var bracket = source.offset(of: .closeBracket, from: text.lowerBound, to: text.upperBound)
        while bracket < text.upperBound {
            if source.hasPrefix("]]>", at: bracket) { return true }
            bracket = source.offset(of: .closeBracket, from: bracket + 1, to: text.upperBound)
        }
        return false
    }

    private func reference(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        if let (byte, length) = CharacterReference.ofMarkup(in: source, at: offset) {
            return (Unicode.Scalar(byte), length)
        }
        let reference = CharacterReference(in: source, at: offset, declared: [:])
        guard reference.problem == nil, case .scalar(let scalar) = reference.meaning else {
            return nil
        }
        return (scalar, reference.length)
    }

    private func decode(
        _ text: Range<Int>, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
    ) -> Bool {
        var position = text.lowerBound
        while position < text.upperBound {
            position = unsafe copyPlain(position..<text.upperBound, to: output, &count)
            guard position < text.upperBound else { break }
            let byte = unsafe bytes[position]
            if byte == .ampersand {
                guard let (scalar, length) = reference(at: position) else { return false }
                unsafe write(scalar, to: output, &count)
                position += length
            } else {
                // Of a pair, the line feed follows.
                let isPair = unsafe position + 1 < bytes.count && bytes[position + 1] == .lineFeed
                if !isPair { unsafe write("\n", to: output, &count) }
                position += 1
            }
        }
        return true
    }

    /// Copies text up to the next `&` or carriage return, eight bytes at a time.
    ///
    /// - Returns: where that is.
    @inline(__always)
    private func copyPlain(
        _ text: Range<Int>, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
    ) -> Int {
        let input = unsafe UnsafeRawBufferPointer(bytes)
        var position = text.lowerBound
        while position + 8 <= text.upperBound {
            let word = unsafe input.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let eight = EightBytes(word)
            let marks = eight.equal(to: .ampersand) | eight.equal(to: .carriageReturn)
            // As many bytes are left of the output as of the text, or more.
            unsafe output.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
            let length = marks == 0 ? 8 : marks.trailingZeroBitCount / 8
            count += length
            position += length
            if marks != 0 { return position }
        }
        while position < text.upperBound {
            let byte = unsafe input[position]
            if byte == .ampersand || byte == .carriageReturn { return position }
            unsafe output[count] = byte
            count += 1
            position += 1
        }
        return position
    }

    @inline(__always)
    private func write(
        _ scalar: Unicode.Scalar, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
    ) {
        if scalar.isASCII {
            unsafe output[count] = UInt8(truncatingIfNeeded: scalar.value)
            count += 1
        } else {
            for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
                unsafe output[count] = byte
                count += 1
            }
        }
    }
}

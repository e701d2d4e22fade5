import CLibXML2
import Glibc

/// What is left of HTML without what stands between `<` and `>`, references decoded.
@unsafe struct BareText {
    private var text = unsafe BareBuffer()
    private let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: longestReference)

    private static let longestReference = 12

    mutating func release() {
        unsafe text.release()
        unsafe scratch.deallocate()
    }

    mutating func make(from html: UnsafeBufferPointer<UInt8>) {
        guard var place = html.baseAddress else { return }
        let end = unsafe place + html.count
        unsafe text.clear()
        while unsafe place < end {
            var special = unsafe place
            while unsafe special < end && special.pointee != UInt8(ascii: "<")
                && special.pointee != UInt8(ascii: "&")
            { unsafe special += 1 }
            unsafe text.append(place, special - place)
            guard unsafe special < end else { return }
            if unsafe special.pointee == UInt8(ascii: "<") {
                let close = unsafe Self.find(UInt8(ascii: ">"), special, end - special)
                unsafe place = close.map { unsafe $0 + 1 } ?? end
                unsafe scratch[0] = UInt8(ascii: " ")
                unsafe text.append(scratch, 1)
            } else {
                unsafe place = decode(special, end)
            }
        }
    }

    // MARK: - Private

    /// - Returns: where to go on.
    private mutating func decode(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>)
        -> UnsafePointer<UInt8>
    {
        let limit = unsafe min(end - start, Self.longestReference)
        if let semicolon = unsafe Self.find(UInt8(ascii: ";"), start, limit),
            let value = unsafe value(start + 1, semicolon), value > 0
        {
            let length = unsafe xmlCopyChar(0, scratch, value)
            unsafe text.append(scratch, Int(length))
            return unsafe semicolon + 1
        }
        unsafe text.append(start, 1)
        return unsafe start + 1
    }

    private func value(_ name: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int32? {
        if unsafe name.pointee == UInt8(ascii: "#") {
            let isHexadecimal = unsafe name[1] == UInt8(ascii: "x")
            let digits = unsafe UnsafeRawPointer(name + (isHexadecimal ? 2 : 1))
                .assumingMemoryBound(to: CChar.self)
            return Int32(truncatingIfNeeded: unsafe strtol(digits, nil, isHexadecimal ? 16 : 10))
        }
        unsafe memcpy(scratch, name, end - name)
        unsafe scratch[end - name] = 0
        return unsafe htmlEntityLookup(scratch).map { unsafe Int32($0.pointee.value) }
    }

    private static func find(_ byte: UInt8, _ start: UnsafePointer<UInt8>, _ length: Int)
        -> UnsafePointer<UInt8>?
    {
        unsafe memchr(start, Int32(byte), length).map {
            unsafe UnsafePointer($0.assumingMemoryBound(to: UInt8.self))
        }
    }
}

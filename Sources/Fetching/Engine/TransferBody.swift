import Transferring

/// The body of an answer as it grows, held to what its request may take.
struct TransferBody {
    private(set) var bytes: [UInt8] = []
    /// What of it the budget has granted.
    private(set) var grantedBytes = 0
    /// Ended by us at its limit, with what had come kept.
    private(set) var isCutShort = false
    /// Why we ended it.
    private(set) var excess: TransferFault.Excess?

    /// Takes decoded bytes.
    mutating func take(
        _ piece: RawSpan, from handle: CurlHandle, _ orders: Transfer.Orders
    ) -> CurlHandle.Taking {
        let isDocument = (handle.status ?? 0) < 300
        let limit =
            isDocument
            ? orders.maximumSizeInBytes
            : min(orders.maximumSizeInBytes, Self.longestErrorPage)
        let length = bytes.count + piece.byteCount
        if length > limit, orders.keepsStart || !isDocument {
            append(piece.extracting(first: limit - bytes.count))
            isCutShort = true
            return .refused
        } else if length > limit {
            excess = .decoded(limit: limit)
        } else if length > orders.limits.expansionFreeBytes,
            length / orders.limits.expansion > handle.receivedBytes
        {
            excess = .expansion(limit: orders.limits.expansion)
        }
        guard excess == nil else { return .refused }
        guard orders.mayGrow(piece.byteCount) else { return .later }
        grantedBytes += piece.byteCount
        if bytes.isEmpty {
            // What is announced may be a lie, or compressed: room for it is no more than a guess.
            bytes.reserveCapacity(max(piece.byteCount, min(handle.announcedBytes, 256 << 10)))
        }
        append(piece)
        return .taken
    }

    // MARK: - Private

    /// Enough of an error's page to tell who sent it.
    private static let longestErrorPage = 16 << 10

    private mutating func append(_ piece: RawSpan) {
        unsafe piece.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}

import CLibCurl

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
    ///
    /// - Returns: their number; any other ends or pauses the transfer.
    mutating func take(
        _ piece: UnsafeRawBufferPointer, from handle: EasyHandle, _ orders: Transfer.Orders
    ) -> Int {
        let isDocument = handle.number(CURLINFO_RESPONSE_CODE) < 300
        let limit =
            isDocument
            ? orders.maximumSizeInBytes
            : min(orders.maximumSizeInBytes, Self.longestErrorPage)
        let length = bytes.count + piece.count
        if length > limit, orders.keepsStart || !isDocument {
            unsafe bytes.append(contentsOf: piece.prefix(limit - bytes.count))
            isCutShort = true
            return 0
        } else if length > limit {
            excess = .decoded(limit: limit)
        } else if length > orders.limits.expansionFreeBytes,
            length / orders.limits.expansion > handle.large(CURLINFO_SIZE_DOWNLOAD_T)
        {
            excess = .expansion(limit: orders.limits.expansion)
        }
        guard excess == nil else { return 0 }
        guard orders.mayGrow(piece.count) else { return Int(CURL_WRITEFUNC_PAUSE) }
        grantedBytes += piece.count
        if bytes.isEmpty {
            // What is announced may be a lie, or compressed: room for it is no more than a guess.
            let announced = handle.large(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
            bytes.reserveCapacity(max(piece.count, min(announced, 256 << 10)))
        }
        unsafe bytes.append(contentsOf: piece)
        return piece.count
    }

    // MARK: - Private

    /// Enough of an error's page to tell who sent it.
    private static let longestErrorPage = 16 << 10
}

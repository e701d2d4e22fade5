import CLibCurl
import Glibc

/// One of the bare loop's handles, with the buffers of the feed it is at work on.
@unsafe struct BareTransfer {
    let easy: UnsafeMutableRawPointer
    /// Its place among all.
    var index = 0
    var feed = 0
    /// Length of the body so far.
    private(set) var count = 0
    /// Zero if the answer had no ETag.
    private(set) var etagLength = 0
    private var body: UnsafeMutableRawPointer?
    private var capacity = 0
    private let etag = UnsafeMutableRawPointer.allocate(byteCount: 80, alignment: 1)
    private var headers: UnsafeMutablePointer<curl_slist>?

    init(_ easy: UnsafeMutableRawPointer) {
        unsafe self.easy = unsafe easy
    }

    func release() {
        unsafe curl_easy_cleanup(easy)
        unsafe curl_slist_free_all(headers)
        unsafe free(body)
        unsafe etag.deallocate()
    }

    /// Makes it ready for the next feed; connections are the multi handle's and stay.
    static func prepare(
        _ transfer: UnsafeMutablePointer<BareTransfer>, feed: Int, address: String, etag: String?
    ) {
        let easy = unsafe transfer.pointee.easy
        unsafe transfer.pointee.feed = feed
        unsafe transfer.pointee.count = 0
        unsafe transfer.pointee.etagLength = 0
        unsafe curl_easy_reset(easy)
        _ = unsafe shim_easy_set_string(easy, CURLOPT_URL, address)
        _ = unsafe shim_easy_set_string(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        _ = unsafe shim_easy_set_string(easy, CURLOPT_PROXY, "")
        _ = unsafe shim_easy_set_long(easy, CURLOPT_TIMEOUT_MS, 30_000)
        _ = unsafe shim_easy_set_long(easy, CURLOPT_NOSIGNAL, 1)
        _ = unsafe shim_easy_set_pointer(easy, CURLOPT_PRIVATE, transfer)
        _ = unsafe shim_easy_set_pointer(easy, CURLOPT_WRITEDATA, transfer)
        _ = unsafe shim_easy_set_pointer(easy, CURLOPT_HEADERDATA, transfer)
        _ = unsafe shim_easy_set_write_function(easy, CURLOPT_WRITEFUNCTION) {
            unsafe BareTransfer.lent($3).pointee.receive($0, length: $1 * $2)
        }
        _ = unsafe shim_easy_set_write_function(easy, CURLOPT_HEADERFUNCTION) {
            unsafe BareTransfer.lent($3).pointee.receiveHeader($0, length: $1 * $2)
        }
        if let etag { unsafe transfer.pointee.ask(forOtherThan: etag) }
    }

    static func lent(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<BareTransfer> {
        guard let pointer = unsafe pointer else { preconditionFailure("libcurl lost a pointer") }
        return unsafe pointer.assumingMemoryBound(to: BareTransfer.self)
    }

    // MARK: - Private

    private mutating func ask(forOtherThan etag: String) {
        unsafe curl_slist_free_all(headers)
        unsafe headers = curl_slist_append(nil, "If-None-Match: \(etag)")
        _ = unsafe shim_easy_set_list(easy, CURLOPT_HTTPHEADER, headers)
    }

    private mutating func receive(_ bytes: UnsafeMutablePointer<CChar>?, length: Int) -> Int {
        if unsafe count + length > capacity {
            unsafe capacity = unsafe (count + length) * 2 + 4_096
            unsafe body = unsafe realloc(body, capacity)
        }
        guard let body = unsafe body, let bytes = unsafe bytes else { return 0 }
        unsafe memcpy(body + count, bytes, length)
        unsafe count += length
        return length
    }

    /// Keeps the ETag.
    private mutating func receiveHeader(_ line: UnsafeMutablePointer<CChar>?, length: Int) -> Int {
        guard let line = unsafe line, length > 8, unsafe strncasecmp(line, "etag: ", 6) == 0 else {
            return length
        }
        unsafe etagLength = min(length - 8, 80)
        unsafe memcpy(etag, line + 6, etagLength)
        return length
    }
}

import CLibCurl
import Foundation
package import Model

/// Hands messages to one mail server by SMTP (RFC 5321), over a kept connection.
///
/// It knows how far each message came. Until the final dot is sent, a server must drop what it has of a
/// message (§4.1.1.4); so only an answer that is lost after that leaves a doubt.
@safe package final class MailClient {
    private let handle: EasyHandle
    private var message: [UInt8] = []
    private var sent = 0
    /// Whether the whole message was handed over; from then on the server may have taken it.
    private var isOver = false
    /// The server's last line before it was bidden farewell, and whether it came after the whole
    /// message.
    private var reply: (text: String, isFinal: Bool)?
    /// What it answered to each command so far, of several lines the last.
    private var replies: [MailReply] = []

    package struct Settings: Sendable {
        /// `smtp://host:587`, which goes on in TLS (RFC 3207) unless the host is this machine, or
        /// `smtps://host:465`, which begins so (RFC 8314 §3.3).
        package let address: String
        package let policy: AddressPolicy
        package let timeout: Duration
        /// `nil` where the server knows us by our address.
        package let user: String?
        package let password: String
        /// A file of certificates, in place of those that the machine trusts.
        var authorityFile: String?
        /// Where hosts are, in place of what name servers say, as libcurl writes it: `host:port:address`.
        var hosts: [String] = []

        package init(
            address: String, policy: AddressPolicy, timeout: Duration, user: String?,
            password: String
        ) {
            self.address = address
            self.policy = policy
            self.timeout = timeout
            self.user = user
            self.password = password
        }
    }

    package init(_ settings: Settings) throws(WebFault) {
        handle = try EasyHandle(policy: settings.policy)
        try configure(settings)
    }

    /// Returns once the server has taken the message for one of its addresses at least.
    ///
    /// - Returns: what it said to those that it did not take it for.
    package func send(_ letter: MailMessage) throws(MailFault) -> MailReceipt {
        message = letter.bytes
        sent = 0
        isOver = false
        reply = nil
        replies = []
        do throws(WebFault) {
            try handle.set(CURLOPT_MAIL_FROM, "<\(letter.from.address)>")
            try handle.set(CURLOPT_MAIL_RCPT, letter.to.map { "<\($0.address)>" })
        } catch {
            throw .unsent("libcurl refused an option")
        }
        let code = handle.perform()
        guard code == CURLE_OK else { throw fault(code) }
        // Each RCPT has one answer, the last of them just before that to DATA (RFC 5321 §4.1.1.4).
        let answers = replies.prefix { $0.code != 354 }.suffix(letter.to.count)
        guard answers.count == letter.to.count else { return MailReceipt() }
        var receipt = MailReceipt()
        for (mailbox, answer) in zip(letter.to, answers) where answer.code >= 400 {
            let line = "\(mailbox.address): \(answer.text)"
            if answer.code < 500 {
                receipt.postponed.append((mailbox.address, line))
            } else {
                receipt.refused.append(line)
            }
        }
        return receipt
    }

    // MARK: - Private

    private func configure(_ settings: Settings) throws(WebFault) {
        try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try handle.set(CURLOPT_URL, settings.address)
        let host = URLComponents(string: settings.address)?.host ?? ""
        let security = AddressPolicy.isLoopback(host: host) ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try handle.set(CURLOPT_USE_SSL, Int(security.rawValue))
        if let file = settings.authorityFile { try handle.set(CURLOPT_CAINFO, file) }
        if !settings.hosts.isEmpty { try handle.set(CURLOPT_RESOLVE, settings.hosts) }
        if let user = settings.user {
            try handle.set(CURLOPT_USERNAME, user)
            try handle.set(CURLOPT_PASSWORD, settings.password)
            try handle.set(CURLOPT_SASL_IR, 1)
        }
        try handle.set(timeout: settings.timeout)
        // A server that has gone silent would hold up our farewell for two minutes.
        try handle.set(
            CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, Int(settings.timeout.components.seconds)))
        try handle.set(CURLOPT_UPLOAD, 1)
        // One who has left does not keep the others from it.
        try handle.set(shim_mail_rcpt_allow_fails, 1)
        try handle.set(CURLOPT_READDATA, context: self)
        try handle.set(CURLOPT_HEADERDATA, context: self)
        try handle.check(
            unsafe shim_easy_set_read_function(handle.raw) { place, size, count, me in
                unsafe MailClient.lent(me).fill(
                    UnsafeMutableRawBufferPointer(start: place, count: size * count))
            })
        try handle.check(
            unsafe shim_easy_set_write_function(handle.raw, CURLOPT_HEADERFUNCTION) {
                bytes, size, count, me in
                unsafe MailClient.lent(me).receive(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
    }

    private func fault(_ code: CURLcode) -> MailFault {
        if let reason = handle.reasonNotToConnect { return .unsent(reason) }
        let said = reply.flatMap { MailReply($0.text) }
        if isOver {
            // Of this message only what came after it speaks.
            guard reply?.isFinal == true, let said, said.code >= 400 else {
                return .unanswered(EasyHandle.text(of: code))
            }
            return said.code < 500 ? .unsent(said.text) : .refused(said.text)
        }
        switch code {
        case CURLE_USE_SSL_FAILED: return .shut("the server offers no encryption (STARTTLS)")
        case CURLE_PEER_FAILED_VERIFICATION:
            return .shut(
                "the mail server's certificate is not to be trusted: \(handle.certificateFlaw)")
        case CURLE_LOGIN_DENIED: return .shut("access is refused: \(said?.text ?? "")")
        default: break
        }
        // What is wrong before the message is there is wrong for every message.
        if let said, said.code >= 500 { return .shut(said.text) }
        if let said, said.code >= 400 { return .unsent(said.text) }
        return .unsent(EasyHandle.text(of: code))
    }

    // MARK: What libcurl calls

    private static func lent(_ context: UnsafeMutableRawPointer?) -> MailClient {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let next = message[sent...].prefix(buffer.count)
        unsafe buffer.copyBytes(from: next)
        sent += next.count
        isOver = next.isEmpty
        return next.count
    }

    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        // What answers our QUIT says nothing of the message (RFC 5321 §4.2.3).
        if !text.hasPrefix("221") { reply = (text, isOver) }
        // `250-` goes on in the next line.
        if let answer = MailReply(text), text.utf8.dropFirst(3).first != UInt8(ascii: "-") {
            replies.append(answer)
        }
        return bytes.count
    }
}

/// A line by which a server answers: `550 5.1.1 No such user` (RFC 5321 §4.2).
private struct MailReply {
    let code: Int
    /// In one line, the code in front.
    let text: String

    init?(_ line: String) {
        guard line.utf8.count >= 3, let code = Int(line.prefix(3)), (200..<600).contains(code)
        else { return nil }
        self.code = code
        text = line.withoutInvisibles.onOneLine.cut(to: 300)
    }
}

import Foundation
package import Model
import Transferring

/// Hands messages to one mail server by SMTP (RFC 5321), over a kept connection.
///
/// It knows how far each message came. Until the final dot is sent, a server must drop what it has of a
/// message (§4.1.1.4); so only an answer that is lost after that leaves a doubt.
package final class MailClient {
    private let handle: ServerHandle
    private let address: String
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
        package var authorityFile: String?
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
        do throws(CurlError) {
            handle = try ServerHandle(policy: settings.policy, timeout: settings.timeout)
        } catch {
            throw WebFault(error)
        }
        address = settings.address
        do throws(CurlError) {
            try configure(settings)
        } catch {
            throw WebFault(error)
        }
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
        do throws(CurlError) {
            try handle.curl.set(.sender, "<\(letter.from.address)>")
            try handle.curl.set(.recipients, letter.to.map { "<\($0.address)>" })
        } catch {
            throw .unsent(error.description)
        }
        let end = handle.perform()
        guard end.kind == .complete else { throw fault(end) }
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

    private func configure(_ settings: Settings) throws(CurlError) {
        let curl = handle.curl
        try curl.set(.protocols, "smtp,smtps")
        try curl.set(.address, settings.address)
        let host = URLComponents(string: settings.address)?.host ?? ""
        try curl.set(demandsEncryption: !AddressPolicy.isLoopback(host: host))
        if let file = settings.authorityFile { try curl.set(.certificateFile, file) }
        if !settings.hosts.isEmpty { try curl.set(.knownAddresses, settings.hosts) }
        if let user = settings.user {
            try curl.set(.user, user)
            try curl.set(.password, settings.password)
            try curl.set(.saysWhoWeAreAtOnce)
        }
        // A server that has gone silent would hold up our farewell for two minutes.
        try curl.set(.answerTimeout, settings.timeout)
        try curl.set(.uploads)
        // One who has left does not keep the others from it.
        try curl.set(.allowsRefusedRecipients)
        var functions = CurlHandle.Functions()
        functions.giveBody = { [unowned self] in nextPart(of: $0) }
        functions.takeHead = { [unowned self] in
            receive($0)
            return true
        }
        try handle.lend(functions)
    }

    private func fault(_ end: TransferEnd) -> MailFault {
        if let reason = handle.reasonNotToConnect { return .unsent(reason) }
        let said = reply.flatMap { MailReply($0.text) }
        if isOver {
            // Of this message only what came after it speaks.
            guard reply?.isFinal == true, let said, said.code >= 400 else {
                return .unanswered(end.text)
            }
            return said.code < 500 ? .unsent(said.text) : .refused(said.text)
        }
        switch end.kind {
        case .noEncryption: return .shut("the server offers no encryption (STARTTLS)")
        case .untrustedCertificate:
            return .shut(
                "the mail server's certificate is not to be trusted: \(handle.certificateFlaw)")
        case .unreadableCertificateFile: return .shut(ServerHandle.unreadableAuthorityFile)
        case .accessDenied: return .shut("access is refused: \(said?.text ?? "")")
        default: break
        }
        // What is wrong before the message is there is wrong for every message.
        if let said, said.code >= 500 { return .shut(said.text) }
        if let said, said.code >= 400 { return .unsent(said.text) }
        return .unsent(ServerHandle.reason(for: end, at: address))
    }

    // MARK: What the handle calls

    private func nextPart(of most: Int) -> ArraySlice<UInt8> {
        let next = message[sent...].prefix(most)
        sent += next.count
        isOver = next.isEmpty
        return next
    }

    private func receive(_ bytes: RawSpan) {
        let text = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        // What answers our QUIT says nothing of the message (RFC 5321 §4.2.3).
        if !text.hasPrefix("221") { reply = (text, isOver) }
        // `250-` goes on in the next line.
        if let answer = MailReply(text), text.utf8.dropFirst(3).first != UInt8(ascii: "-") {
            replies.append(answer)
        }
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

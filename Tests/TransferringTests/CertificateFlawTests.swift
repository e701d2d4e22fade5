import Testing

@testable import Transferring

struct CertificateFlawTests {
    @Test(arguments: [
        (1, CertificateFlaw.wrongHost), (0, .wrongHost), (62, .wrongHost), (10, .expired),
        (9, .notYetValid), (18, .selfSigned), (19, .unknownIssuer), (20, .unknownIssuer),
        (21, .unknownIssuer), (23, .other(23)),
    ])
    func `a certificate that was not accepted says why`(code: Int, flaw: CertificateFlaw) {
        #expect(CertificateFlaw(verifyResult: code) == flaw)
    }
}

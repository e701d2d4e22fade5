import CLibXML2
import Glibc

/// The last of HTML's named characters that a document used without declaring it.
@unsafe struct BareEntity {
    private let entity = UnsafeMutablePointer<xmlEntity>.allocate(capacity: 1)
    private let content = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)

    func release() {
        unsafe entity.deallocate()
        unsafe content.deallocate()
    }

    func named(_ name: UnsafePointer<UInt8>?) -> xmlEntityPtr? {
        if let predefined = unsafe xmlGetPredefinedEntity(name) { return unsafe predefined }
        guard let description = unsafe htmlEntityLookup(name) else { return nil }
        let length = unsafe xmlCopyChar(0, content, Int32(description.pointee.value))
        unsafe content[Int(length)] = 0
        unsafe entity.initialize(to: xmlEntity())
        unsafe entity.pointee.type = XML_ENTITY_DECL
        unsafe entity.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
        unsafe entity.pointee.name = name
        unsafe entity.pointee.content = content
        unsafe entity.pointee.orig = content
        unsafe entity.pointee.length = length
        return unsafe entity
    }
}

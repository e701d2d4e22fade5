import Testing
struct ModelTests {}

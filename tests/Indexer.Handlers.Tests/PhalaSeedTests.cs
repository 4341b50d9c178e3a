namespace Indexer.Handlers.Tests;

public sealed class PhalaSeedTests() : CivicSeedTests(world => world.Phala);

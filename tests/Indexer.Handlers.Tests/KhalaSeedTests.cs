namespace Indexer.Handlers.Tests;

public sealed class KhalaSeedTests() : CivicSeedTests(world => world.Khala);

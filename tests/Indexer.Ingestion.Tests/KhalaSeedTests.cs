namespace Indexer.Ingestion.Tests;

public sealed class KhalaSeedTests() : CivicSeedTests(world => world.Khala);

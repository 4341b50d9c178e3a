namespace Indexer.Ingestion.Tests;

public sealed class PhalaSeedTests() : CivicSeedTests(world => world.Phala);

using Indexer.Domain;

namespace Indexer.Storage;

internal sealed class TokenomicsConfiguration()
    : StateConfiguration<Tokenomics>(row => new { row.Network, row.FromHeight }, row => row.Network);

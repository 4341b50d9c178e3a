namespace Indexer.Simulator.Ethereum;

/// <summary>The 2048-bit bloom of addresses and topics of the yellow paper.</summary>
internal static class LogBloom
{
    public static byte[] Of(IEnumerable<EthereumLog> logs)
    {
        var bloom = new byte[256];
        foreach (var log in logs)
        {
            Add(bloom, log.Address.Bytes);
            foreach (var topic in log.Topics)
            {
                Add(bloom, topic);
            }
        }
        return bloom;
    }

    private static void Add(byte[] bloom, byte[] value)
    {
        var hash = Digests.Keccak256(value);
        for (var pair = 0; pair < 6; pair += 2)
        {
            var bit = ((hash[pair] << 8) | hash[pair + 1]) & 2047;
            bloom[255 - (bit / 8)] |= (byte)(1 << (bit % 8));
        }
    }
}

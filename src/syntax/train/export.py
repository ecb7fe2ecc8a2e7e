"""Writes model.bin; weights.rs reads it. All numbers are little-endian."""

import struct

import numpy as np
import torch

FORMAT = 1


def strings(items):
    out = struct.pack("<I", len(items))
    for item in items:
        raw = item.encode()
        out += struct.pack("<B", len(raw)) + raw
    return out


def table(weight):
    """A table of 8-bit rows, each with its scale."""
    weight = weight.detach().numpy()
    scale = np.abs(weight).max(1) / 127 + 1e-12
    rounded = np.round(weight / scale[:, None]).astype(np.int8)
    return struct.pack("<II", *weight.shape) + scale.astype("<f4").tobytes() + rounded.tobytes()


def matrix(weight):
    """A matrix of 16-bit floats, row by row; a vector is one row."""
    weight = weight.detach().numpy()
    weight = weight.reshape(-1, weight.shape[-1])
    return struct.pack("<II", *weight.shape) + weight.astype("<f2").tobytes()


def dense(net):
    """The parts of the network that are stored as matrices, in order."""
    heads = [net.upos, net.xpos, net.name_hidden, net.arc_head, net.arc_dep, net.label_head, net.label_dep]
    gru = net.gru
    before = [
        net.norm.weight, net.norm.bias, net.conv.weight, net.conv.bias, net.conv_norm.weight, net.conv_norm.bias,
        gru.weight_ih_l0, gru.bias_ih_l0, gru.weight_hh_l0, gru.bias_hh_l0,
        gru.weight_ih_l0_reverse, gru.bias_ih_l0_reverse, gru.weight_hh_l0_reverse, gru.bias_hh_l0_reverse,
    ]  # fmt: skip
    after = [
        net.bilinear, net.head_bias.weight, net.head_bias.bias, net.distance.weight, net.distance.bias,
        net.label.weight, net.label.bias, net.name.weight, net.name.bias,
    ]  # fmt: skip
    return before, heads, after


@torch.no_grad()
def write(net, inv, keys, path):
    out = [b"WHOMSYN\n", struct.pack("<I", FORMAT)]
    out += [strings(inv.upos), strings(inv.xpos), strings(inv.labels), strings(inv.names)]
    # Word rows follow the order of the sorted hashes from row 1, so only the hashes are written.
    out += [struct.pack("<I", len(inv.words)), np.array(sorted(inv.words), "<u4").tobytes()]
    order = sorted(keys)
    out += [struct.pack("<I", len(order)), np.array(order, "<u4").tobytes(), np.array([keys[k] for k in order], "<u2").tobytes()]
    out += [table(t.weight) for t in net.tables()]
    out.append(table(net.vectors @ net.project.weight.T))
    before, heads, after = dense(net)
    roots = [net.arc_head(net.root), net.label_head(net.root)]
    joined = [torch.cat([h.weight for h in heads]), torch.cat([h.bias for h in heads])]
    out += [matrix(weight) for weight in before + joined + roots + after]
    path.write_bytes(b"".join(out))


class Source:
    """Reads model.bin in order."""

    def __init__(self, path):
        self.raw, self.at = path.read_bytes(), 12

    def numbers(self, kind, count):
        found = np.frombuffer(self.raw, kind, count, self.at)
        self.at += found.nbytes
        return found

    def size(self):
        return int(self.numbers("<u4", 1)[0])

    def skip_head(self):
        """Skips the labels and the hashes, which the training text determines."""
        for _ in range(4):
            for _ in range(self.size()):
                self.at += 1 + self.raw[self.at]
        self.numbers("<u4", self.size())
        vectors = self.size()
        self.at += 6 * vectors

    def table(self):
        rows, columns = self.size(), self.size()
        scale = self.numbers("<f4", rows)
        return torch.from_numpy(self.numbers("i1", rows * columns).reshape(rows, columns) * scale[:, None]).float()

    def matrix(self):
        rows, columns = self.size(), self.size()
        return torch.from_numpy(self.numbers("<f2", rows * columns).reshape(rows, columns).astype(np.float32))


def word_vectors(path):
    """Returns the table of word vectors of a model, as wide as a word."""
    source = Source(path)
    source.skip_head()
    return [source.table() for _ in range(5)][4].numpy()


@torch.no_grad()
def read(net, path):
    """Continues from a model: fills a network that was made with `word_vectors`."""
    source = Source(path)
    source.skip_head()
    for each in net.tables():
        each.weight.copy_(source.table())
    source.table()
    net.project.weight.copy_(torch.eye(net.project.weight.shape[0]))
    before, heads, after = dense(net)
    for weight in before:
        weight.copy_(source.matrix().reshape(weight.shape))
    joined, bias = source.matrix(), source.matrix()[0]
    at = 0
    for head in heads:
        size = head.bias.shape[0]
        head.weight.copy_(joined[at : at + size])
        head.bias.copy_(bias[at : at + size])
        at += size
    # The model keeps only what two heads make of the root: take the smallest root that gives the same.
    made = [source.matrix()[0] - net.arc_head.bias, source.matrix()[0] - net.label_head.bias]
    both = torch.cat([net.arc_head.weight, net.label_head.weight])
    net.root.copy_(torch.linalg.pinv(both) @ torch.cat(made))
    for weight in after:
        weight.copy_(source.matrix().reshape(weight.shape))
    assert source.at == len(source.raw)
